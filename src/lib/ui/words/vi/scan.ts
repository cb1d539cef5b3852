// Scanning a card and typing it in. Labels of terms.md section 2 ("Scan", "Scan refuse", "Person fields", "Safety banner").

import type { CardWarning } from '../../../domain/card.ts';
import type { ProblemCode } from '../../../domain/problem.ts';

/** Why a code in front of the camera was not taken; `notJoinCode` where the invitation is wanted and another came. */
export type RefusalCode = Extract<ProblemCode, `card.${string}`> | 'notJoinCode';
/** What would help to read the card in view, and two cards in view at once. */
export type HintCode = 'nearer' | 'light' | 'two';
export type CameraProblemCode = Extract<ProblemCode, `camera.${string}` | 'scan.unavailable'>;
export type ManualProblemCode = Extract<
	ProblemCode,
	'card.badNumber' | 'card.badName' | 'card.badBirth' | 'field.required' | 'field.tooLong'
>;

const refusals: Record<RefusalCode, string> = {
	'card.notCard': 'Đây không phải mã trên thẻ căn cước. Mã VNeID chỉ để xuất trình cho cơ quan, không quét vào đây.',
	'card.vneid': 'Mã này giống mã trong VNeID. Mã VNeID chỉ để xuất trình cho cơ quan, không quét vào đây.',
	'card.bank': 'Đây là mã ngân hàng, không phải mã trên thẻ căn cước. Mình không thu tiền.',
	'card.url': 'Đây là mã mở trang web, không phải mã trên thẻ căn cước. Trang đó không được mở.',
	'card.healthInsurance': 'Đây là mã trên thẻ bảo hiểm y tế. Hãy quét mã trên thẻ căn cước.',
	'card.contact': 'Đây là mã danh bạ hoặc Wi-Fi, không phải mã trên thẻ căn cước.',
	'card.joinCode': 'Đây là mã mời tình nguyện viên, không phải mã trên thẻ căn cước.',
	'card.tooLong': 'Mã này dài quá, không phải mã trên thẻ căn cước.',
	'card.badNumber': 'Số định danh trong mã không đủ 12 chữ số. Xem số in trên thẻ rồi nhập tay.',
	'card.badName': 'Không đọc được họ tên trong mã. Xem thẻ rồi nhập tay.',
	'card.badBirth': 'Ngày sinh trong mã không đúng. Xem thẻ rồi nhập tay.',
	'card.badSex': 'Không đọc được giới tính trong mã. Xem thẻ rồi nhập tay.',
	'card.badIssued': 'Ngày cấp trong mã không đúng. Xem thẻ rồi nhập tay.',
	notJoinCode: 'Đây không phải mã mời. Nhờ cán bộ phường mở lại mã mời trên màn hình.'
};

const problems: Record<CameraProblemCode, string> = {
	'camera.denied': 'Máy chưa cho phép dùng camera. Mở phần cài đặt của trang này, cho phép Camera, rồi bấm Thử lại.',
	'camera.absent': 'Không tìm thấy camera trên máy này. Hãy nhập tay.',
	'camera.busy': 'Ứng dụng khác đang dùng camera. Đóng ứng dụng đó rồi bấm Thử lại.',
	'camera.insecure': 'Trang này chưa mở bằng địa chỉ an toàn (https) nên không dùng được camera. Hãy nhập tay.',
	'scan.unavailable': 'Máy này không đọc được mã. Hãy nhập tay, hoặc đóng ứng dụng rồi mở lại.'
};

const warnings: Record<CardWarning, string> = {
	sexMismatch: 'Số định danh lệch giới tính.',
	birthYearMismatch: 'Số định danh lệch năm sinh.',
	unknownPlaceCode: 'Ba số đầu không phải mã tỉnh.',
	issuedBeforeBirth: 'Ngày cấp thẻ trước ngày sinh.',
	issuedTooEarly: 'Ngày cấp thẻ sớm hơn ngày bắt đầu cấp loại thẻ này.'
};

const manualProblems: Record<ManualProblemCode, string> = {
	'card.badNumber': 'Số định danh có đúng 12 chữ số. Nhập lại, hoặc để trống.',
	'card.badName': 'Họ và tên chỉ gồm chữ.',
	'card.badBirth': 'Ngày sinh chưa đúng. Chỉ biết năm thì để trống ngày và tháng.',
	'field.required': 'Mục này cần điền.',
	'field.tooLong': 'Dài quá, xin viết ngắn hơn.'
};

const hints: Record<HintCode, string> = {
	nearer: 'Mã còn nhỏ quá: đưa thẻ gần hơn.',
	light: 'Tối quá: bật đèn, hoặc ra chỗ sáng hơn.',
	two: 'Có hai thẻ trước ống kính. Để lại một thẻ thôi.'
};

export const scan = {
	hints,
	title: 'Quét mã QR trên thẻ',
	joinTitle: 'Quét mã mời',
	aim: 'Đưa mã QR vào khung',
	aimBack: 'Thẻ mới: quét mặt sau',
	close: 'Đóng',
	torchOn: 'Bật đèn',
	torchOff: 'Tắt đèn',
	toManual: 'Không quét được? Nhập tay',
	toTyping: 'Không quét được? Nhập mã',
	starting: 'Đang mở camera…',
	looking: 'Đang tìm mã…',
	silent: 'Chưa thấy mã. Lau ống kính, đưa gần hơn, tránh bóng đèn.',
	manualOffer: 'Quét mãi chưa được thì nhập tay cho nhanh.',
	again: 'Thử lại',
	zoom: (times: string) => `Phóng to ${times} lần`,
	zoomShort: (times: string) => `${times}×`,
	picture: {
		act: 'Đọc từ ảnh có sẵn',
		busy: 'Đang đọc ảnh…',
		nothing: 'Không đọc được mã trong ảnh này. Chụp lại gần hơn, hoặc nhập tay.',
		hint: 'Ảnh không được lưu trong ứng dụng. Xem thẻ thật rồi hãy lưu.'
	},
	household: {
		act: 'Quét thẻ cả nhà',
		title: 'Quét thẻ cả nhà',
		aim: 'Quét lần lượt từng thẻ. Nghe tiếng bíp thì đổi thẻ khác.',
		read: (count: string, name: string) => `Thẻ thứ ${count}: ${name}`,
		repeated: (name: string) => `Thẻ của ${name} đã quét rồi.`,
		done: (count: string) => `Xong, xem ${count} thẻ`,
		listTitle: 'Các thẻ vừa quét',
		known: 'Đã có trong danh sách',
		knownElsewhere: (door: string) => `Đã có ở nhà ${door}`,
		open: (name: string) => `Mở ${name}`,
		maybe: (names: string) => `Có thể là ${names}. So với thẻ: nếu là người khác thì chọn “Người mới”.`,
		isNew: 'Người mới',
		added: 'Sẽ thêm vào nhà này',
		drop: (name: string) => `Bỏ thẻ của ${name}`,
		away: 'Đi vắng',
		addressDiffers: 'Địa chỉ trên thẻ khác nhà này. Không cần đổi thẻ chỉ vì đổi địa chỉ.',
		askEach:
			'Nói cho từng người nghe, rồi đánh dấu ở thẻ của người đã đồng ý. Ai không đồng ý thì bỏ thẻ của người đó.',
		consent: (name: string) => `${name} đồng ý cho ghi thông tin`,
		needsConsent: 'Hỏi người này, đánh dấu khi họ đồng ý; không thì bỏ thẻ. Chưa lưu ai.',
		save: (count: string) => `Lưu ${count} người mới`,
		nothingNew: 'Không có người mới nào để lưu.',
		saving: 'Đang lưu…',
		saved: (count: string) => `Đã lưu ${count} người trên máy.`
	},
	refusals,
	problems,
	warnings,
	manual: {
		title: 'Nhập tay theo thẻ',
		back: 'Quét lại',
		number: 'Số định danh (12 số)',
		numberHint: 'Không có số thì để trống',
		numberCount: (digits: number) => `${digits}/12 số`,
		name: 'Họ và tên',
		birth: 'Ngày sinh',
		birthHint: 'Chỉ biết năm? Để trống ngày và tháng',
		place: (province: string) => `Nơi đăng ký khai sinh: ${province}`,
		fromNumber: 'Năm sinh và giới tính điền theo số định danh. Xem lại với thẻ.',
		date: 'Ngày',
		month: 'Tháng',
		year: 'Năm',
		sex: 'Giới tính',
		male: 'Nam',
		female: 'Nữ',
		warned: 'Xem lại thẻ; đúng như thẻ thì vẫn lưu được.',
		save: 'Dùng thông tin này',
		problems: manualProblems
	}
};

export type ScanWords = typeof scan;
