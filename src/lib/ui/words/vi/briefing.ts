// The sheet for the ward's short meeting (giao ban): one page, counts alone.

export const briefing = {
	title: 'PHIẾU GIAO BAN',
	on: (day: string) => `Ngày ${day}`,
	print: 'In phiếu (một tờ A4)',
	columns: {
		team: 'Khu phố',
		visits: 'Lượt đến nhà trong kỳ',
		informed: 'Hộ được tuyên truyền lần đầu',
		successNew: 'Người thành công trong kỳ',
		success: 'Thành công đến nay',
		aim: 'So với chỉ tiêu',
		barriers: 'Vướng mắc đang còn'
	},
	noAim: 'chưa đặt',
	ofAim: (aim: string, rate: string) => `${rate} % của ${aim}`,
	note: 'Chỉ có số đếm, theo thứ tự khu phố của phường; không có tên ai.',
	waits: 'Đang chờ',
	toReview: (count: string) => `${count} lượt chờ phường xem`,
	returned: (count: string) => `${count} lượt đã trả lại, chờ sửa`,
	unsent: (entries: string, phones: number) => `${entries} bản ghi còn trên ${phones} máy, chưa gửi`,
	silent: (phones: number) => `${phones} máy im lặng quá 3 ngày`,
	talk: 'Ý kiến, phân công'
};

export type BriefingWords = typeof briefing;
