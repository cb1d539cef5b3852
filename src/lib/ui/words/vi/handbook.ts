// The shelves of the tab "Hướng dẫn": handbook, catalogues, contacts. Labels of terms.md section 2 where they exist.

import type { Topic } from '../../../domain/content.ts';
import type { WardFact } from '../../../domain/content.ts';

const topics: Record<Topic, string> = {
	start: 'Chuẩn bị và cài đặt',
	account: 'Đăng ký, kích hoạt',
	keep: 'Giữ và sửa tài khoản',
	safety: 'Cảnh giác lừa đảo',
	residence: 'Cư trú',
	family: 'Trẻ em, người phụ thuộc, người nước ngoài',
	services: 'Dịch vụ công, bảo hiểm y tế',
	organisation: 'Cơ quan, tổ chức',
	archive: 'Chỉ để tra cứu'
};

/** Kinds of articles that stand as a shelf of their own, in this order; a kind that is not here is shown under "other". */
const kinds: Record<string, string> = {
	faq: 'Hỏi đáp',
	service: '25 dịch vụ công thiết yếu',
	utility: 'Tiện ích trên VNeID',
	papers: 'Giấy tờ cần mang',
	pitch: 'Lời nói ngắn theo từng nhóm người',
	scam: 'Chiêu lừa đảo thường gặp',
	handbook: 'Cẩm nang',
	role: 'Vai trò của tôi',
	barrier: 'Vướng mắc và cách gỡ',
	dataFlag: 'Báo sai lệch dữ liệu',
	video: 'Phim hướng dẫn',
	term: 'Giải thích từ',
	outdated: 'Điều đã thay đổi',
	other: 'Mục khác'
};

const facts: Record<WardFact, string> = {
	wardName: 'Tên xã/phường',
	policePlace: 'Nơi làm việc của Công an xã/phường',
	deskPlace: 'Nơi làm việc của quầy Một cửa',
	deskHours: 'Giờ làm việc',
	wardPhone: 'Số điện thoại của xã/phường'
};

export const handbook = {
	title: 'Hướng dẫn',
	lead: 'Đọc và đi thử từng bước ở đây, không ghi vào hộ nào.',
	guides: 'Hướng dẫn từng bước',
	library: 'Tra cứu',
	count: (count: string) => `${count} mục`,
	topics,
	kinds,
	needs: {
		title: 'Tìm dịch vụ theo nhu cầu',
		lead: 'Gia đình đang cần gì?',
		found: (count: string) => `${count} dịch vụ phù hợp`
	},
	services: 'Dịch vụ phù hợp',
	number: (number: number) => `Dịch vụ số ${number}`,
	levels: { all: 'Tất cả', one: 'Tài khoản mức 1', two: 'Tài khoản mức 2' },
	levelOf: (level: number) => `Dùng được từ mức ${level}`,
	audiences: 'Nói với ai',
	contacts: {
		title: 'Danh bạ xã/phường',
		national: 'Số dùng chung cả nước',
		empty: 'Phường chưa điền danh bạ.',
		emptyText: 'Cán bộ phường điền ở bàn phường, mục Nội dung. Máy nhận khi gửi về phường lần tới.',
		call: (name: string) => `Gọi ${name}`,
		hours: 'Giờ làm việc',
		place: 'Địa chỉ'
	},
	facts,
	columns: {
		handledBy: 'Nơi giải quyết',
		trigger: 'Khi nào cần',
		usefulFor: 'Có ích cho ai',
		action: 'Cách giúp',
		notice: 'Dấu hiệu nhận ra',
		before: 'Trước đây',
		duties: 'Việc phải làm',
		numbers: 'Số điện thoại'
	} as Record<string, string>,
	video: {
		wanted: 'Phường chưa có phim này.',
		obsolete: 'Không nên xem nữa: cách làm đã thay đổi.',
		there: 'Phường đã có phim',
		open: 'Mở phim (cần mạng)',
		needsNetwork: 'Xem phim cần mạng. Có mạng rồi bấm “Thử lại”; chữ trong mục này đọc được không cần mạng.'
	},
	inVietnamese: 'Mục này chưa có bản dịch',
	share: 'Chia sẻ',
	copied: 'Đã chép. Dán vào tin nhắn để gửi.',
	print: 'In',
	related: 'Xem thêm',
	unknown: 'Không có mục này. Địa chỉ có thể đã cũ.',
	empty: 'Chưa có mục nào.',
	list: 'Về danh sách',
	edition: (version: number, day: string) => `Nội dung bản ${version}, công bố ngày ${day}`,
	refused: (version: number) =>
		`Phường đã gửi bản ${version} nhưng máy không nhận vì có lỗi. Bản đang dùng vẫn tốt. Phường đã được báo.`,
	coach: {
		title: 'Tập quy tắc đặt mật khẩu',
		lead: 'Chỉ là chữ mẫu để tập, không gõ gì cả. Mật khẩu thật thì người dân tự đặt trên máy của mình.',
		add: 'Thêm vào mẫu',
		small: 'chữ thường',
		large: 'chữ hoa',
		digit: 'chữ số',
		sign: 'ký tự đặc biệt',
		clear: 'Xóa mẫu',
		sample: 'Mẫu',
		none: 'chưa có gì',
		rules: {
			length: 'Từ 8 đến 20 ký tự',
			small: 'Có chữ thường',
			large: 'Có chữ hoa',
			digit: 'Có chữ số',
			sign: 'Có ký tự đặc biệt trong số !@#$%^&*()_'
		},
		met: 'đạt',
		open: 'chưa đạt',
		passcode: 'Passcode thì khác: đúng 6 chữ số, dùng khi mở tiện ích.'
	}
};

export type HandbookWords = typeof handbook;
