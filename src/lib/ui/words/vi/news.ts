// "Có gì mới": what each update brought, newest first, in few words. Shown once after the update, found again under "Cá
// nhân". A new edition also raises NEWEST_EDITION (ui/field/news/news.ts).

import type { Edition } from '../../field/news/news.ts';

const editions: readonly Edition[] = [
	{
		edition: 4,
		day: '27/11/2026',
		lines: [
			'Ngồi bàn hỗ trợ, tổ chức buổi tuyên truyền: Cá nhân, bấm “Bàn hỗ trợ, buổi tuyên truyền”. Mỗi người một lần bấm, không ghi tên.'
		]
	},
	{
		edition: 3,
		day: '27/11/2026',
		lines: [
			'Hộ dân, bấm “Đi cùng nhau”: một máy ghi cho cả nhóm, chia ngõ cho hai người, bàn giao ngõ sang máy khác khi không có mạng.',
			'Trang của mỗi nhà có “Sơ đồ ngõ” để đánh dấu nhà khó tìm, không dùng định vị. Ghi được người nhà nào giúp trên điện thoại.',
			'Gặp khó khi làm việc: Cá nhân, bấm “Khó khăn khi làm việc: hỏi phường”. Câu trả lời đọc được cả khi không có mạng.',
			'Hôm nay có thêm chỉ tiêu của phường và hẹn giờ báo tin cho người đi cùng.'
		]
	},
	{
		edition: 2,
		day: '26/11/2026',
		lines: [
			'Ghi “không gặp ai” cho nhiều nhà một lần: Hộ dân, bấm “Chọn nhiều nhà”.',
			'Nhà trọ, ký túc xá: ghi cả danh sách người ở trên một trang, hỏi đồng ý từng người.',
			'Hôm nay có thêm “Việc của tôi hôm nay”, thẻ sắp hết hạn và tin phường trả lời.'
		]
	},
	{
		edition: 1,
		day: '25/11/2026',
		lines: ['Tập dượt với các nhà bịa sẵn: không gửi đi đâu, không tính vào kết quả.']
	}
];

export const news = {
	title: 'Có gì mới',
	seen: 'Đã xem',
	again: 'Xem lại lúc nào cũng được trong mục Cá nhân.',
	day: (day: string) => `Bản ngày ${day}`,
	older: 'Xem các bản trước',
	editions
};

export type NewsWords = typeof news;
