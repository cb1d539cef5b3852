// Walking a guide: labels of terms.md section 2 ("OTP step", "Activation branches", "Countdown", "Evidence", "Account
// state", "Referral", "Data flags", "Outdated banner", "Safety banner") and of digest f for the barriers.

import type { BarrierCode, Receiver } from '../../../domain/catalogue/barriers.ts';
import type { DataFlagCode } from '../../../domain/catalogue/data-flags.ts';
import type { Actor, Source, WardFact } from '../../../domain/content.ts';
import type { Evidence, LadderState } from '../../../domain/ladder.ts';

export const ladderNames: Record<LadderState, string> = {
	unknown: 'Chưa rõ',
	noCard: 'Chưa có thẻ',
	cardInProgress: 'Đang làm thẻ',
	hasCard: 'Có thẻ, chưa có tài khoản',
	appAccount: 'Có tài khoản ứng dụng',
	l1Submitted: 'Mức 1 chờ duyệt',
	l1Approved: 'Mức 1 đã duyệt, chưa kích hoạt',
	l1Active: 'Mức 1 đã kích hoạt',
	l1LoggedIn: 'Mức 1 đã đăng nhập',
	l2Booked: 'Đã đặt lịch mức 2',
	l2Submitted: 'Mức 2 chờ duyệt',
	l2Approved: 'Mức 2 đã duyệt, chưa kích hoạt',
	l2Active: 'Mức 2 đã kích hoạt',
	l2LoggedIn: 'Mức 2 đã đăng nhập',
	locked: 'Bị khóa',
	deviceLost: 'Mất điện thoại',
	cardExpired: 'Thẻ hết hạn',
	moved: 'Không ở đây nữa',
	deceased: 'Đã mất',
	refused: 'Không muốn làm',
	notEligible: 'Chưa đủ điều kiện'
};

export const barrierNames: Record<BarrierCode, string> = {
	'B1.1': 'Đi làm, học xa',
	'B1.2': 'Không còn ở địa chỉ, không rõ nơi ở',
	'B1.3': 'Vắng nhà lúc đến',
	'B2.1': 'Không có điện thoại thông minh',
	'B2.2': 'Máy hoặc hệ điều hành quá cũ',
	'B2.3': 'Camera mờ',
	'B2.4': 'Mã QR thẻ mờ, hỏng, không đọc được',
	'B2.5': 'Máy không có NFC',
	'B2.6': 'Không có mạng',
	'B2.7': 'Máy đầy bộ nhớ',
	'B2.8': 'Máy đang dùng tài khoản người khác',
	'B3.1': 'Không có số điện thoại riêng, ổn định',
	'B3.2': 'SIM không chính chủ',
	'B3.3': 'Đã đổi số, đổi SIM sau khi đăng ký',
	'B3.4': 'Số đã gắn tài khoản của người khác',
	'B3.5': 'SIM bị hạn chế do chưa xác thực',
	'B4.1': 'Quên, không để ý tin nhắn',
	'B4.2': 'Chưa có tin nhắn phê duyệt',
	'B4.3': 'Quá 7 ngày chưa kích hoạt',
	'B4.5': 'Quên mật khẩu',
	'B4.6': 'Quên passcode',
	'B4.7': 'Đã đổi điện thoại, không còn máy cũ',
	'B4.8': 'Tài khoản bị khóa',
	'B5.1': 'Chưa có thẻ, thẻ hết hạn, mất thẻ, còn CMND',
	'B5.2': 'Thông tin “Không đạt”, sai lệch',
	'B5.3': 'Không có giấy tờ tùy thân',
	'B5.4': 'Dưới 14 tuổi hoặc người được giám hộ',
	'B5.5': 'Người nước ngoài',
	'B6.1': 'Chưa biết thao tác',
	'B6.2': 'Chưa được tuyên truyền',
	'B6.3': 'Sợ lừa đảo',
	'B6.4': 'Từ chối, không có nhu cầu',
	'B6.5': 'Ốm yếu, khuyết tật, già yếu',
	'B6.6': 'Rào cản ngôn ngữ, chữ viết'
};

export const receiverNames: Record<Receiver, string> = {
	wardPolice: 'Chuyển Công an xã/phường',
	civilStatus: 'Chuyển Tư pháp – Hộ tịch',
	carrier: 'Ra cửa hàng nhà mạng',
	socialInsurance: 'Chuyển BHXH',
	oneStopDesk: 'Nhờ quầy Một cửa',
	immigration: 'Chuyển Phòng Quản lý xuất nhập cảnh'
};

export const dataFlagNames: Record<DataFlagCode, string> = {
	'DF-01': 'Thiếu trường thông tin',
	'DF-02': 'Thông tin sai lệch',
	'DF-03': 'Thiếu ngày, tháng, năm sinh',
	'DF-04': 'Đã mất, còn trong danh sách',
	'DF-05': 'Đăng ký thường trú nhưng không cư trú',
	'DF-06': 'Không rõ địa chỉ đang ở',
	'DF-07': 'Ở đây nhưng chưa đăng ký tạm trú',
	'DF-08': 'Không có thông tin, không giấy tờ tùy thân',
	'DF-09': 'Chưa có thẻ, thẻ hết hạn',
	'DF-10': 'Trùng hồ sơ, hai số',
	'DF-11': 'Thay đổi hộ: chủ hộ, tách, nhập, quan hệ',
	'DF-12': 'Đổi số điện thoại',
	'DF-13': 'Địa chỉ đơn vị hành chính cũ trên thẻ',
	'DF-14': 'BHYT không hiện trên thẻ, VNeID',
	'DF-15': 'Người nước ngoài đang ở',
	'DF-16': 'Trẻ chưa khai sinh'
};

const evidence: Record<Evidence, string> = {
	seenOnScreen: 'Thấy trên máy người dân',
	declared: 'Người dân nói',
	policeList: 'Theo danh sách Công an'
};

const actors: Record<Actor, string> = {
	resident: 'Người dân tự làm',
	volunteer: 'Tình nguyện viên',
	officer: 'Cán bộ Công an'
};

const tags: Record<Source['tag'], string> = {
	'000': 'Cẩm nang 2022',
	'001': 'Công văn 4289 (2022)',
	'002': 'Công văn 2500 (2022)',
	'003': 'Tài liệu xã (2023)',
	'004': 'Công văn 859, 368, 543 (2024)',
	law: 'Văn bản pháp luật',
	web: 'Trang tin'
};

const confidences: Record<Source['confidence'], string> = {
	C: 'đã xác nhận',
	S: 'mới thấy ở nguồn thứ hai',
	U: 'chưa xác nhận'
};

const wardFacts: Record<WardFact, string> = {
	wardName: 'xã/phường',
	policePlace: 'Công an xã/phường',
	deskPlace: 'quầy Một cửa',
	deskHours: 'giờ làm việc',
	wardPhone: 'số điện thoại của xã/phường'
};

export const guide = {
	listTitle: 'Hướng dẫn',
	listEmpty: 'Chưa có hướng dẫn nào trên máy.',
	archive: 'Chỉ để tra cứu',
	minutes: (count: number) => `khoảng ${count} phút`,
	close: 'Đóng',
	back: 'Lùi',
	forward: 'Tiến',
	goOn: 'Làm xong, tiếp',
	toChoices: 'Xem lựa chọn',
	progress: (at: number, of: number) => `${at}/${of}`,
	progressSpoken: (at: number, of: number) => `Bước ${at} trên ${of}`,
	actors,
	screenSays: 'Chữ trên máy người dân',
	youSee: 'Sẽ thấy',
	example: 'Mẫu tin nhắn thật',
	neverAsk: {
		title: 'Mình không bao giờ hỏi',
		rows: ['Mã OTP trong tin nhắn', 'Mật khẩu', 'Passcode', 'Số tài khoản, thẻ ngân hàng'],
		title2: 'Và không bao giờ',
		rows2: ['Chụp ảnh thẻ', 'Thu tiền', 'Bấm hộ mã trên máy người dân'],
		say: 'Đọc cho người dân nghe trước khi bắt đầu.',
		start: 'Đã nói, bắt đầu',
		resident: 'Không ai được hỏi mã OTP, mật khẩu, passcode, số tài khoản. Không chụp ảnh thẻ. Không thu tiền.'
	},
	speak: 'Đọc to',
	hush: 'Dừng đọc',
	terms: 'Giải thích từ',
	shield: 'Cảnh giác',
	inVietnamese: 'Hướng dẫn này chưa có bản dịch',
	residentMode: 'Người dân đọc',
	residentBack: 'Quay lại',
	day: {
		label: 'Ngày tin nhắn đến',
		today: 'Hôm nay',
		yesterday: 'Hôm qua',
		left: (days: number) => (days === 0 ? 'ngày cuối' : `còn ${days} ngày`),
		before: (day: string) => `Trước ngày ${day}`
	},
	deadline: (days: number, lastDay: string) =>
		days === 0 ? 'Hôm nay là ngày cuối để kích hoạt' : `Còn ${days} ngày để kích hoạt (đến ${lastDay})`,
	code: {
		label: 'Mã còn hiệu lực',
		over: 'Mã đã hết hạn. Người dân lấy mã mới.'
	},
	tickAll: 'Đánh dấu đủ các mục thì mới đi tiếp.',
	banner: {
		expired: (since: string) => `Bước này đã hết hiệu lực từ ${since} — chỉ để tra cứu`,
		expiredNoDay: 'Bước này đã hết hiệu lực — chỉ để tra cứu',
		future: (from: string) => `Chưa có hiệu lực. Áp dụng từ ${from}`,
		toConfirm: 'Chờ phường xác nhận'
	},
	wardConfirms: (facts: string) => `Phường cần xác nhận: ${facts}`,
	sources: 'Nguồn',
	checkedOn: (day: string, version: number) => `Kiểm tra ngày ${day} · bản ${version}`,
	tags,
	confidences,
	wardFacts,
	result: {
		title: 'Ghi lại những gì?',
		hint: 'Bỏ dấu ở mục không đúng.',
		none: 'Không có gì phải ghi.',
		confirm: (count: number) => (count === 0 ? 'Xong, không ghi gì' : `Xác nhận ${count} mục`),
		finish: 'Xong',
		next: 'Làm tiếp',
		missing: 'chưa có trên máy này',
		opened: 'Vướng mắc',
		closed: 'Đã gỡ',
		solved: 'Vướng mắc, đã gỡ hôm nay',
		ladder: 'Tài khoản',
		flag: 'Báo dữ liệu',
		appointment: 'Hẹn',
		bring: 'Mang theo',
		task: (day: string) => `Hẹn ngày ${day}`,
		approvedOn: (day: string) => `Ngày nhận thông báo: ${day}`
	},
	evidence,
	ladderNames,
	barrierNames,
	receiverNames,
	dataFlagNames
};

export type GuideWords = typeof guide;
