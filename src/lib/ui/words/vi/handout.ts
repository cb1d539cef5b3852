// What a resident keeps in the hand: the slip after a visit, the leaflet. Only plain sentences, to be read without us.

export const handout = {
	slip: {
		title: 'Phiếu gửi người dân',
		open: 'Phiếu cho người dân',
		lead: 'Đưa cho người dân đọc, gửi bằng tin nhắn hoặc in.',
		visit: (day: string) => `Hỗ trợ VNeID tại nhà, ngày ${day}`,
		done: 'Hôm nay đã làm',
		next: 'Việc tiếp theo',
		nothing: 'Không có việc gì phải làm thêm.',
		bring: 'Mang theo',
		check: 'Kiểm tra người đến nhà',
		checkText: (ward: string) =>
			`Người đến hỗ trợ có thẻ của ${ward}. Muốn chắc chắn, hỏi Công an ${ward} trước khi làm theo.`,
		by: (name: string) => `Người hỗ trợ: ${name}`,
		withdraw: 'Rút lại đồng ý',
		withdrawText: (ward: string) =>
			`Thông tin đã ghi có thể xem, sửa hoặc xóa bất cứ lúc nào: nói với người hỗ trợ hoặc đến ${ward}. Phường trả lời trong 2 ngày làm việc.`,
		notRecorded: 'Hôm nay không ghi thông tin cá nhân nào.',
		never: 'Không ai được hỏi mã OTP, mật khẩu, passcode, số tài khoản. Không chụp ảnh thẻ. Không thu tiền.',
		stranger: 'Có người lạ gọi bảo cập nhật VNeID: không làm theo, tắt máy, hỏi Công an nơi gần nhất.'
	},
	ward: 'xã/phường',
	share: 'Gửi',
	copy: 'Chép chữ',
	copied: 'Đã chép. Dán vào tin nhắn để gửi.',
	failed: 'Chưa gửi được từ máy này. Hãy chép chữ rồi dán vào tin nhắn.',
	print: 'In',
	leaflet: {
		title: 'Tờ rơi',
		lead: 'In đen trắng, khổ A5 hoặc A4. Danh bạ lấy từ mục phường đã điền.',
		size: 'Khổ giấy',
		sizes: { a5: 'A5', a4: 'A4' },
		heading: 'VNeID: tài khoản của mình, mình giữ',
		useTitle: 'Có tài khoản thì được gì',
		use: [
			'Làm thủ tục ở nhà, không phải đi lại nhiều lần.',
			'Giấy tờ gom vào một chỗ, có giá trị như bản giấy khi đã tích hợp.',
			'Tài khoản miễn phí.'
		],
		doTitle: 'Cách có tài khoản',
		steps: [
			'Mang thẻ căn cước và điện thoại có số chính chủ ra Công an xã/phường để làm mức 2.',
			'Chờ tin nhắn phê duyệt, kích hoạt trong 7 ngày.',
			'Đăng nhập một lần trên VNeID là xong.'
		],
		safeTitle: 'Cảnh giác',
		contactTitle: 'Liên hệ',
		noContacts: 'Hỏi Công an xã/phường hoặc quầy Một cửa nơi gần nhất.'
	}
};

export type HandoutWords = typeof handout;
