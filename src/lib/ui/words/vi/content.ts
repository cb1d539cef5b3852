// The desk's pages about content: what is to be checked, one item with its words and dates, the ward's own book.

import type { DueReason } from '../../../domain/desk-content.ts';
import type { LifeStatus } from '../../../domain/content.ts';

const due: Record<DueReason, string> = {
	expired: 'Đã hết hiệu lực',
	expiring: 'Sắp hết hiệu lực',
	toConfirm: 'Chờ phường xác nhận',
	old: 'Lâu chưa kiểm tra'
};

const statuses: Record<LifeStatus, string> = {
	current: 'Đang dùng',
	historical: 'Chỉ để tra cứu',
	toConfirm: 'Chờ phường xác nhận'
};

/** Parts of a way through an item, as a reader may call them; a number stands as it is. */
const parts: Record<string, string> = {
	title: 'Tên',
	summary: 'Tóm tắt',
	keywords: 'Từ khóa',
	steps: 'Bước',
	say: 'Phải làm gì',
	notes: 'Dòng thêm',
	see: 'Sẽ thấy gì',
	residentText: 'Người dân đọc',
	branches: 'Lựa chọn',
	words: 'Lời',
	check: 'Mục phải đánh dấu',
	stop: 'Kết thúc',
	reason: 'Lý do',
	effects: 'Đề xuất',
	bring: 'Mang theo',
	links: 'Liên kết',
	body: 'Đoạn',
	text: 'Chữ',
	rows: 'Dòng',
	head: 'Cột',
	example: 'Mẫu',
	from: 'Nguồn của mẫu'
};

/** What the checker finds, by its kind. */
const faults: Record<string, string> = {
	shape: 'để trống, quá dài hoặc có ký hiệu không được dùng',
	lostStep: 'dẫn đến bước không có',
	deadEnd: 'bước không có lối đi tiếp',
	unreachable: 'bước không có lối nào dẫn đến',
	endless: 'đi vòng mãi không hết',
	noSources: 'không ghi nguồn',
	noSuccessor: 'đã hết hiệu lực mà chưa ghi mục thay thế',
	brokenLink: 'liên kết đến mục không có',
	doubledId: 'hai mục trùng mã',
	forbiddenDomain: 'có địa chỉ trang ngoài hai trang chính thức',
	misspelling: 'viết sai tên hoặc sai chính tả',
	forbiddenNumber: 'có số điện thoại không được đưa vào; số của phường điền ở danh bạ',
	notWardConfirmed: 'có số điện thoại chưa ghi là chờ phường xác nhận',
	unknownLabel: 'trích chữ không có trên màn hình nào',
	notMarked: 'nguồn chưa chắc mà chưa ghi là chờ xác nhận',
	abolishedUnit: 'nhắc cấp hành chính đã bỏ từ 01/07/2025',
	noResidentText: 'thiếu chữ cho người dân đọc',
	badDayQuestion: 'câu hỏi ngày thiếu lối đi',
	unknownFact: 'có dấu ngoặc nhọn mà phường không điền được'
};

export const content = {
	nav: 'Nội dung',
	title: 'Nội dung hướng dẫn',
	due,
	dueTitle: 'Cần kiểm tra lại',
	dueNone: 'Không có mục nào cần kiểm tra lại.',
	dueMore: (count: string) => `và ${count} mục nữa, lọc bên dưới để xem hết`,
	age: (days: number) => (days === 0 ? 'kiểm tra hôm nay' : `kiểm tra ${days} ngày trước`),
	checkedToday: 'Đã kiểm tra, còn đúng',
	search: 'Tìm theo tên',
	onlyDue: 'Chỉ mục cần kiểm tra',
	language: 'Ngôn ngữ',
	languages: { vi: 'Tiếng Việt', en: 'Tiếng Anh' } as Record<string, string>,
	more: (count: string) => `và ${count} mục nữa, tìm theo tên để thu hẹp`,
	columns: { title: 'Mục', sort: 'Loại', language: 'Ngôn ngữ', checked: 'Kiểm tra lần cuối', state: 'Tình trạng' },
	guide: 'Hướng dẫn từng bước',
	edited: 'Phường đã sửa',
	hasNewer: 'Ứng dụng có bản mới hơn bản phường sửa',
	empty: 'Không có mục nào khớp.',
	statuses,
	open: 'Mở',
	item: {
		back: 'Về danh sách nội dung',
		texts: 'Lời',
		life: 'Ngày và tình trạng',
		checkedOn: 'Kiểm tra ngày',
		validFrom: 'Có hiệu lực từ',
		validTo: 'Hết hiệu lực sau ngày',
		successor: 'Mã mục thay thế',
		status: 'Tình trạng',
		dayHint: 'ngày/tháng/năm',
		preview: 'Xem trước',
		publish: 'Công bố',
		restore: 'Lấy lại bản của ứng dụng',
		published: (version: number) => `Đã công bố bản ${version}. Máy của tình nguyện viên nhận khi gửi về lần tới.`,
		changes: 'Sẽ thay đổi',
		before: 'Trước',
		after: 'Sau',
		noChange: 'Chưa có chữ nào thay đổi.',
		faults: 'Chưa công bố được',
		good: 'Không có lỗi, có thể công bố.',
		dropsTranslation: 'Bản tiếng Anh của mục này dịch theo lời cũ nên sẽ được rút lại cho đến khi dịch mới.',
		screen: 'Trên máy sẽ thấy',
		closed: 'Chữ trên màn hình người dân và nguồn không sửa ở đây.',
		history: 'Lịch sử',
		historyNone: 'Phường chưa sửa mục này.',
		notAllowed: 'Vai trò của bạn chỉ được xem.',
		missing: 'Không có mục này.'
	},
	parts,
	at: (names: string) => `ở ${names}`,
	faults,
	editions: {
		title: 'Các lần công bố',
		app: 'Ứng dụng',
		version: (version: number) => `Bản ${version}`,
		first: 'Bản đầu'
	},
	uses: {
		title: 'Máy đang dùng bản nào',
		none: 'Chưa có máy nào báo về.',
		current: 'bản mới nhất',
		behind: 'bản cũ, chờ gửi về lần tới',
		refused: (version: number, place: string) => `không nhận bản ${version}: ${place}`
	},
	book: {
		title: 'Danh bạ của phường',
		lead: 'Chỉ phường điền. Máy của tình nguyện viên nhận khi gửi về lần tới; in trong tờ rơi và phiếu cho người dân.',
		facts: 'Điền vào lời hướng dẫn',
		contacts: 'Danh bạ',
		name: 'Nơi hoặc người trực',
		what: 'Hỏi việc gì',
		phone: 'Số điện thoại',
		place: 'Địa chỉ',
		hours: 'Giờ làm việc',
		videos: 'Phim hướng dẫn',
		address: 'Địa chỉ phim',
		film: 'Thêm tệp phim của phường',
		filmTopic: 'Phim về việc gì',
		filmFile: 'Tệp phim',
		filmSend: 'Tải lên',
		filmHint: 'MP4 hoặc WebM, nhiều nhất 50 MB. Máy chỉ tải khi có người mở.',
		filmSending: (percent: number) => `Đang tải lên: ${percent} %`,
		filmSent: 'Đã tải lên. Bấm “Lưu và công bố danh bạ” để máy nhận.',
		save: 'Lưu và công bố danh bạ',
		saved: 'Đã lưu. Máy nhận khi gửi về lần tới.',
		changed: (day: string, name: string) => `Sửa lần cuối ${day}, ${name}`,
		row: (number: number) => `Dòng ${number}`
	}
};

export type ContentWords = typeof content;
