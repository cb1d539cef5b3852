// "Cá nhân": who works with this phone, the lock, the looks, and what this app is and is not (feature F110).

export const me = {
	title: 'Cá nhân',
	who: { ward: 'Nơi làm việc', areas: 'Địa bàn được giao', noAreas: 'Chưa được giao địa bàn' },
	beside: 'Bàn hỗ trợ, buổi tuyên truyền',
	lock: { title: 'Khóa', act: 'Khóa ngay', note: 'Máy tự khóa sau 5 phút không chạm, hoặc 2 phút khi ứng dụng bị ẩn.' },
	passkey: {
		title: 'Vân tay, khuôn mặt',
		note: 'Mở ứng dụng bằng vân tay hoặc khuôn mặt của máy này, khỏi gõ mã PIN. Mã PIN vẫn dùng được.',
		act: 'Bật',
		pinTitle: 'Nhập mã PIN để bật',
		next: 'Tiếp tục',
		running: 'Làm theo máy…',
		isOn: 'Đang bật.',
		drop: 'Tắt',
		own: 'Chỉ bật khi máy này chỉ có vân tay, khuôn mặt của anh/chị.'
	},
	leave: {
		title: 'Rời máy này',
		note: 'Đổi máy, trả máy hoặc thôi việc: xóa mọi thông tin của người dân khỏi máy này.',
		act: 'Rời máy này',
		ask: 'Rời máy này?',
		text: 'Danh sách hộ và những gì đang ghi dở bị xóa hẳn. Muốn làm lại phải có mã mời mới.',
		lost: (count: string) => `${count} việc chưa gửi sẽ mất. Hãy gửi về phường trước.`,
		sealed: (count: string) => `${count} việc chưa gửi đã niêm phong, vẫn nằm trên máy để gửi về phường.`,
		none: 'Đã gửi hết, không có việc nào chờ.',
		yes: 'Rời và xóa',
		yesLost: (count: string) => `Rời và bỏ ${count} việc`
	},
	look: {
		title: 'Hiển thị',
		theme: 'Nền',
		themes: { auto: 'Theo máy', sun: 'Sáng', night: 'Tối' },
		text: 'Cỡ chữ',
		percent: (percent: string) => `${percent} %`,
		language: 'Ngôn ngữ',
		languages: { vi: 'Tiếng Việt', en: 'English' },
		english: {
			coming: 'Đang tải tiếng Anh về máy…',
			kept: 'Tiếng Anh đã nằm trên máy, dùng được khi không có mạng.',
			missing: 'Không có mạng nên chưa tải được tiếng Anh. Có mạng rồi bấm “Thử lại”.',
			unkept: 'Trình duyệt này không giữ ứng dụng: tiếng Anh cần có mạng.'
		}
	},
	install: {
		title: 'Cài trên máy',
		done: 'Đang chạy từ màn hình chính.',
		act: 'Cài ứng dụng',
		apple:
			'Máy đang dùng trang trong Safari. Ứng dụng đã cài giữ dữ liệu riêng, không thấy những gì ghi ở đây, nên hãy gửi hết về phường trước.',
		moveTitle: 'Chuyển từ Safari sang ứng dụng',
		moveSteps: [
			'Gửi hết về phường. Không có mạng: chọn “Nhờ máy khác mang hộ”, tạo tệp để gửi và lưu vào Tệp.',
			'Cài như trên, mở Gõ Cửa từ màn hình chính, nhập mã mời mới.',
			'Nếu đã tạo tệp: trong ứng dụng mở Gửi về phường, “Nhờ máy khác mang hộ”, nhận tệp đó.',
			'Quay lại Safari, bấm “Rời máy này” để không còn hai danh sách.'
		],
		move: 'Mở Gửi về phường',
		other: 'Mở trình đơn của trình duyệt, chọn “Cài đặt ứng dụng” hoặc “Thêm vào màn hình chính”.'
	},
	storage: { title: 'Giữ dữ liệu', ask: 'Xin giữ chắc hơn', reading: 'Đang xem…' },
	about: {
		title: 'Về ứng dụng',
		lines: [
			'Gõ Cửa không đăng nhập vào VNeID và không nối với cơ sở dữ liệu nhà nước nào. Ứng dụng chỉ trao đổi với máy chủ của phường.',
			'Kết quả định danh do Công an ghi nhận. Ở đây chỉ là việc hướng dẫn và những gì người dân đồng ý cho ghi.',
			'Không giữ mã OTP, mật khẩu, passcode, số tài khoản, ảnh thẻ, khuôn mặt, dân tộc, tôn giáo.',
			'Số định danh chỉ hiện bốn số cuối sau khi lưu. Dữ liệu trên máy được mã hóa bằng mã PIN.',
			'Người dân được xem, sửa, xóa và rút lại đồng ý tại phường hoặc qua anh/chị.'
		],
		version: (version: string) => `Bản ${version}`
	}
};

export type MeWords = typeof me;
