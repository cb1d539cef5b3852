// The guides as a tab: read and walked without a visit, so nothing is recorded.

export const shelf = {
	title: 'Hướng dẫn',
	lead: 'Đọc và đi thử từng bước ở đây, không ghi vào hộ nào. Để ghi kết quả, mở hộ rồi bắt đầu thăm.',
	opening: 'Đang mở hướng dẫn…',
	failed: 'Chưa mở được hướng dẫn trên máy này. Có mạng rồi bấm “Thử lại”.',
	unknown: 'Không có hướng dẫn này. Địa chỉ có thể đã cũ.',
	doneTitle: 'Đã đi hết hướng dẫn',
	done: 'Không có gì được ghi. Để ghi cho một người, mở hộ của người đó và bắt đầu thăm.',
	begun: 'Hướng dẫn này đang đi dở. Đi tiếp từ bước đang dừng, hay xem lại từ đầu?',
	goOn: 'Đi tiếp',
	again: 'Xem lại từ đầu',
	list: 'Danh sách hướng dẫn',
	toDoors: 'Đến Hộ dân'
};

export type ShelfWords = typeof shelf;
