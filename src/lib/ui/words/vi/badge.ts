// The volunteer's badge (feature F004): on the phone, on the ward's public check page, and at the desk. The page is read by
// people who may be afraid of whoever stands at their door: short, calm, and what to do.

const never = {
	title: 'Người của phường không bao giờ',
	rows: [
		'hỏi mã OTP trong tin nhắn',
		'hỏi mật khẩu, passcode',
		'hỏi số tài khoản, thẻ ngân hàng',
		'chụp ảnh thẻ căn cước',
		'thu tiền'
	]
};

export const badge = {
	title: 'Thẻ tình nguyện viên',
	roles: { member: 'Thành viên tổ', youth: 'Đoàn viên tình nguyện', quarterHead: 'Khu phố trưởng' } as Record<
		string,
		string
	>,
	number: (number: string) => `Thẻ số ${number}`,
	quarter: 'Địa bàn',
	valid: 'Có giá trị',
	validDays: (from: string, to: string) => `từ ${from} đến hết ${to}`,
	until: (to: string) => `Đến hết ${to}`,
	photoOf: (name: string) => `Ảnh của ${name}`,
	noPhoto: 'Không có ảnh',
	qr: 'Mã để kiểm tra thẻ',
	scan: 'Bác quét mã này để kiểm tra',
	never,
	phone: {
		open: 'Thẻ của tôi',
		how: 'Người dân quét bằng máy của họ, trang của phường trả lời thẻ còn đúng hay không. Máy này không cần mạng.',
		call: (phone: string) => `Hoặc gọi phường: ${phone}`,
		none: 'Chưa có thẻ',
		noneText: 'Phường chưa cấp thẻ, hoặc đã thu hồi thẻ. Nhờ cán bộ phường cấp; thẻ về máy ở lần gửi sau.',
		over: {
			expired: (day: string) => `Thẻ hết hạn ngày ${day}. Nhờ phường cấp thẻ mới.`,
			notYet: (day: string) => `Thẻ dùng được từ ngày ${day}.`
		},
		reading: 'Đang mở thẻ…'
	},
	check: {
		title: 'Kiểm tra thẻ',
		found: {
			valid: (ward: string) => `Đúng là người của ${ward}`,
			revoked: 'Thẻ đã bị thu hồi',
			expired: 'Thẻ đã hết hạn',
			notYet: 'Thẻ chưa đến ngày dùng',
			unknown: 'Không phải thẻ của phường'
		},
		look: 'Nhìn ảnh: có đúng người trước cửa không? Không giống thì đừng mở cửa, gọi phường.',
		noPhoto: 'Thẻ này không có ảnh. Muốn chắc, gọi phường hỏi tên người này.',
		ended: {
			revoked: (number: string, day: string) => `Thẻ số ${number} bị thu hồi ngày ${day}.`,
			expired: (number: string, day: string) => `Thẻ số ${number} hết hạn ngày ${day}.`,
			notYet: (number: string, day: string) => `Thẻ số ${number} chỉ dùng từ ngày ${day}.`
		},
		unknown: 'Phường không cấp mã này. Có thể mã bị mờ hoặc quét thiếu: quét lại một lần. Vẫn vậy là thẻ giả.',
		refuse: 'Đừng đưa giấy tờ, đừng bấm gì theo lời người này. Gọi phường hoặc Công an.',
		callTitle: 'Gọi hỏi',
		call: (ward: string) => `Gọi ${ward}`,
		noPhone: 'Trang này chưa có số của phường. Hỏi Công an xã/phường hoặc khu phố trưởng mà mình biết.',
		own: (host: string) =>
			`Trang thật của phường có địa chỉ ${host}. Trang này không hỏi gì và không lưu tên hay số máy của người xem.`,
		ward: 'xã/phường',
		other: { language: 'en', name: 'English' },
		busy: 'Tạm chưa kiểm tra được',
		busyText: 'Mạng này vừa kiểm tra quá nhiều lần. Chờ 15 phút rồi quét lại, hoặc gọi phường.'
	},
	desk: {
		link: 'Thẻ',
		title: (name: string) => `Thẻ của ${name}`,
		back: 'Về danh sách tình nguyện viên',
		none: 'Chưa có thẻ còn hiệu lực.',
		over: 'Thẻ này đã hết hạn. Ai quét mã sẽ thấy màu đỏ.',
		moved: (now: string) => `Địa bàn trên thẻ khác địa bàn hiện nay (${now}). Nên cấp thẻ mới.`,
		noQuarter: 'Người này chưa được giao địa bàn. Giao địa bàn trước rồi cấp thẻ.',
		print: 'In thẻ',
		printHow: 'Khổ bằng thẻ căn cước, in đen trắng được. Thẻ cũng tự về máy của người này ở lần gửi sau.',
		check: 'Mở trang kiểm tra',
		issue: 'Cấp thẻ',
		again: 'Cấp thẻ mới thay thẻ này',
		againHow: 'Thẻ cũ và bản in cũ chuyển sang đỏ ngay.',
		validTo: 'Có giá trị đến hết ngày',
		validHow: 'Viết như 31/12/2026, xa nhất một năm.',
		photo: 'Ảnh chân dung (nên có)',
		photoHow: 'Máy tự thu nhỏ và bỏ thông tin kèm theo ảnh. Không dùng ảnh chụp thẻ căn cước.',
		photoBad: 'Không đọc được ảnh này. Chọn ảnh khác.',
		photoShown: 'Ảnh sẽ in lên thẻ',
		keep: 'Giữ ảnh của thẻ hiện tại',
		agreed: 'Người này đồng ý để ảnh hiện trên thẻ và trên trang kiểm tra cho ai quét mã',
		revoke: 'Thu hồi thẻ',
		revokeHow: 'Mã chuyển sang đỏ ngay với mọi người quét. Ảnh bị xóa. Thu hồi máy cũng thu hồi luôn thẻ.',
		said: { issued: 'Đã cấp thẻ.', revoked: 'Đã thu hồi thẻ.' },
		why: {
			desk: 'thu hồi ở bàn phường',
			device: 'máy bị thu hồi',
			replaced: 'đã cấp thẻ mới'
		} as Record<string, string>,
		notAllowed: 'Cảnh sát khu vực, tổ trưởng hoặc quản trị cấp và thu hồi thẻ.',
		paperNever: 'Không bao giờ hỏi OTP, mật khẩu, số tài khoản. Không thu tiền.'
	}
};

export type BadgeWords = typeof badge;
