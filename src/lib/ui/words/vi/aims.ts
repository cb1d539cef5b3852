// What the ward's campaign aims at in the areas of this phone; what the ward has and what waits here are never added.

export const aims = {
	title: (campaign: string) => `Chỉ tiêu: ${campaign}`,
	daysLeft: (days: string) => `còn ${days} ngày`,
	lastDay: 'hôm nay là ngày cuối',
	row: (area: string, level: number, aim: string) =>
		`${area} · mức ${level}: cần ${aim} người kích hoạt và đăng nhập được`,
	acknowledged: 'Phường đã nhận',
	waiting: 'Còn chờ trên máy',
	bar: (done: string, aim: string) => `Phường đã nhận ${done} trên ${aim}`,
	note: 'Đếm mọi người trong địa bàn, ai đến cũng tính; chỉ tính khi đã thấy trên máy của người dân hoặc có trong danh sách Công an.'
};

export type AimsWords = typeof aims;
