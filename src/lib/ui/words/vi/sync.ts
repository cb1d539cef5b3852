// "Gửi về phường": what waits, what the ward holds. Labels of terms.md section 2, row "Sync".

export const sync = {
	title: 'Gửi về phường',
	waiting: (count: string, since: string) => `${count} bản chờ gửi, từ ${since}`,
	waitingNoTime: (count: string) => `${count} bản chờ gửi`,
	noneWaiting: 'Không còn gì chờ gửi',
	/** Nobody home, in the seconds in which it may be taken back. */
	held: (count: string) => `${count} lượt “không gặp ai” còn giữ lại để hoàn tác`,
	heldNote: 'Đã lưu trên máy. Sau 5 giây thì chờ gửi như các bản khác.',
	waitingNote: 'Những bản này chỉ có trên máy này. Đừng gỡ ứng dụng, đừng xóa dữ liệu trang.',
	lastSuccess: (moment: string) => `Lần gửi xong: ${moment}`,
	never: 'Chưa gửi xong lần nào',
	received: (households: string, people: string, visits: string) =>
		`Phường đang giữ: ${households} hộ, ${people} người, ${visits} lượt`,
	oldest: (unit: 'hour' | 'day', count: string) => `Bản lâu nhất đã chờ ${count} ${unit === 'hour' ? 'giờ' : 'ngày'}.`,
	checking: (count: string) => `${count} bản đang được phường kiểm tra. Không cần ghi lại.`,
	stuck: 'Có bản ghi chưa gửi được, vẫn nằm trên máy. Thử gửi lại bằng mạng khác; nếu vẫn vậy thì báo cán bộ phường.',
	running: 'Đang gửi…',
	act: 'Gửi ngay',
	safe: 'Bấm lại luôn an toàn: không mất và không gửi trùng.',
	done: 'Đã gửi xong.',
	waitingList: 'Đang chờ gửi',
	receipts: 'Biên nhận mới nhất',
	noReceipts: 'Chưa có biên nhận. Phường nhận bản nào, số biên nhận hiện ở đây.',
	newDoor: 'hộ mới',
	beside: { difficulty: 'Câu hỏi gửi phường', event: 'Buổi tuyên truyền', help: 'Một người ở bàn hỗ trợ' },
	doorAlone: 'lượt đến nhà',
	unknownDoor: 'hộ không còn trên máy',
	rescue: 'Không có mạng? Nhờ máy khác mang hộ',
	rescueMissing: 'Phần này chưa có trên máy. Mở lại ứng dụng một lần khi có mạng.',
	carrying: (count: string) => `Đang mang hộ ${count} bản ghi của máy khác, sẽ gửi khi có mạng`,
	carried: (count: string) => `Đã gửi giúp ${count} bản ghi của máy khác`,
	carriedInVain: (count: string) =>
		`${count} bản ghi mang hộ chưa gửi được. Bấm Tạo tệp để gửi, rồi đưa tệp cho cán bộ phường.`
};

export type SyncWords = typeof sync;
