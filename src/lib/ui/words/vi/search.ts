// Finding in all the content, and why something was found.

export const search = {
	label: 'Tìm trong hướng dẫn, hỏi đáp, dịch vụ',
	hint: 'Gõ không dấu cũng được, sai một chữ vẫn tìm thấy',
	preparing: 'Đang chuẩn bị tìm kiếm…',
	found: (count: string) => `${count} kết quả phù hợp nhất`,
	none: 'Không tìm thấy. Thử ít chữ hơn hoặc chữ khác.',
	why: { title: 'Khớp tên', keys: 'Khớp từ khóa', lead: 'Khớp phần tóm tắt', body: 'Có trong nội dung' },
	guide: 'Hướng dẫn từng bước'
};

export type SearchWords = typeof search;
