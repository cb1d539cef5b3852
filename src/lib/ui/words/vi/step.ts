// The next best step on a person's card: what, and why. Guides are called as the digest calls their processes.

import type { NextGuide, StepReason } from '../../../domain/next-step.ts';

const guides: Record<NextGuide, string> = {
	'P0-readiness': 'kiểm tra điện thoại, thẻ và SIM',
	'P4-level2': 'làm mức 2 tại Công an xã/phường',
	P5: 'kích hoạt và đăng nhập',
	'P15-change-number': 'đổi số điện thoại của tài khoản',
	'P15-forgot-passcode': 'đặt lại passcode',
	'P15-forgot-password': 'đặt lại mật khẩu',
	'P15-lock': 'mở khóa tài khoản',
	'P15-new-phone': 'chuyển tài khoản sang máy mới',
	'child-under-6': 'thẻ và tài khoản cho trẻ dưới 6 tuổi',
	'child-6-13': 'thẻ và tài khoản cho trẻ từ 6 đến dưới 14 tuổi',
	guardianship: 'tài khoản cho người được giám hộ',
	foreigners: 'hỏi cơ quan xuất nhập cảnh',
	'sim-verification': 'xác thực SIM chính chủ'
};

const reasons: Record<StepReason, string> = {
	gone: '',
	refused: 'Đã từ chối: không mời lại.',
	foreigner: 'Người nước ngoài đăng ký ở cấp tỉnh.',
	noPapers: 'Chưa có giấy tờ: Tư pháp và Công an cùng giúp trước.',
	child: 'Người giám hộ đã có mức 2, trẻ làm được.',
	childGuardianFirst: 'Người giám hộ cần có mức 2 trước.',
	dependent: 'Người giám hộ làm cùng và cần có mức 2 trước.',
	barrier: 'Gỡ vướng mắc này trước.',
	locked: 'Tài khoản đang bị khóa.',
	deviceLost: 'Không còn máy cũ.',
	approved: 'Đã có tin nhắn phê duyệt, chưa kích hoạt.',
	overdue: 'Đã quá 7 ngày chưa kích hoạt: liên hệ Công an xã/phường.',
	loginOnce: 'Đã kích hoạt nhưng chưa đăng nhập lần nào.',
	waitForNotice: 'Đã nộp, chờ tin nhắn phê duyệt.',
	waitForCard: 'Đang chờ nhận thẻ.',
	cardFirst: 'Chưa có thẻ còn hạn: làm thẻ và tài khoản cùng lúc.',
	booked: 'Đã có lịch hẹn: chuẩn bị giấy tờ.',
	levelTwo: 'Mức 2 dùng được mọi tiện ích.',
	noPhone: 'Không có điện thoại thông minh: vẫn làm được mức 2 tại Công an.',
	phoneNotReady: 'Điện thoại hoặc SIM còn vướng.',
	checkPhone: 'Có thẻ, chưa có tài khoản.',
	askState: 'Chưa biết tài khoản đang ở đâu: hỏi khi đến.',
	done: 'Đã đăng nhập mức 2, không còn việc gì.'
};

export const step = {
	next: (what: string) => `Bước tiếp: ${what}`,
	guides,
	reasons,
	days: (days: number) => (days === 0 ? 'Hôm nay là ngày cuối.' : `Còn ${days} ngày.`),
	other: 'Hướng dẫn khác',
	pick: 'Chọn hướng dẫn',
	borrowed:
		'Đang mượn máy: đi tiếp đến bước hủy liên kết. Chưa đánh dấu “đã hủy liên kết” thì chưa lưu được lượt thăm.',
	childAhead: 'Trẻ dưới 14 tuổi chỉ có mức 2 khi người giám hộ đã có mức 2. Xem lại trước khi lưu.',
	scam: 'Cảnh báo lừa đảo',
	scamFollow: 'Cảnh sát khu vực hỏi thăm'
};

export type StepWords = typeof step;
