// Words that stand on every screen: tabs, states, answers. Labels of terms.md section 2, rows "Home tabs", "Sync", "Safety banner".

export const app = {
	name: 'Gõ Cửa',
	tabs: { label: 'Các phần của ứng dụng', today: 'Hôm nay', doors: 'Hộ dân', guide: 'Hướng dẫn', me: 'Cá nhân' },
	back: 'Quay lại',
	close: 'Đóng',
	cancel: 'Thôi',
	again: 'Thử lại',
	partMissing: 'Phần này chưa tải được về máy. Những gì đã ghi vẫn còn nguyên.',
	later: 'Để sau',
	skip: 'Đến nội dung chính',
	optional: 'không bắt buộc',
	erase: 'Xóa một số',
	countLeft: (left: number) => `còn ${left} chữ`,
	states: {
		waiting: 'Chờ gửi',
		received: 'Phường đã nhận',
		returned: 'Trả lại',
		corrected: 'Đã sửa, chờ duyệt',
		approved: 'Đã duyệt',
		checking: 'Đang được kiểm tra',
		conflict: 'Hai bản khác nhau',
		historical: 'Đã hết hiệu lực'
	},
	receipt: (number: string) => `biên nhận số ${number}`,
	starting: 'Đang mở dữ liệu trên máy…',
	sync: {
		/** The line on top of every screen, said as one sentence. */
		received: (count: string) => `${count} đã nhận`,
		waiting: (count: string) => `${count} chờ gửi`,
		none: 'Chưa có gì để gửi',
		sending: (count: string) => `${count} đang gửi…`,
		fetching: 'đang tải…',
		at: (moment: string) => `lúc ${moment}`,
		open: 'Xem việc gửi về phường'
	},
	update: {
		title: 'Có bản mới',
		text: 'Cập nhật mất vài giây. Việc đã ghi vẫn còn nguyên trên máy.',
		accept: 'Cập nhật ngay',
		later: 'Để sau',
		running: 'Đang cập nhật…'
	},
	veil: 'Chạm để xem lại',
	minutes: (count: string) => `${count} phút`,
	unkept:
		'Trình duyệt này không giữ được ứng dụng, nên mất mạng sẽ không mở được. Hãy mở bằng Chrome hoặc Safari, không dùng chế độ ẩn danh.',
	clock: (offBy: string) =>
		`Đồng hồ của máy lệch ${offBy} so với phường. Hãy bật giờ tự động trong phần cài đặt của điện thoại.`,
	broken: {
		title: 'Chưa mở được dữ liệu trên máy',
		again: 'Mở lại ứng dụng',
		kept: 'Không xóa dữ liệu trang web và không gỡ ứng dụng: việc chưa gửi có thể còn trên máy.'
	},
	shield: {
		open: 'Cảnh giác',
		title: 'Cảnh giác',
		banner: 'Không hỏi OTP, mật khẩu, passcode, số tài khoản. Không chụp ảnh thẻ. Không thu tiền.',
		neverTitle: 'Mình không bao giờ',
		never: [
			'hỏi mã OTP, mật khẩu, passcode, câu hỏi bảo mật',
			'hỏi số tài khoản ngân hàng, số thẻ ngân hàng',
			'chụp ảnh thẻ căn cước',
			'thu tiền: tài khoản định danh điện tử là miễn phí',
			'cầm máy để nhập mã thay người dân'
		],
		strangerTitle: 'Khi có người lạ gọi tự xưng công an',
		stranger: [
			'Không làm theo, không cài tệp họ gửi.',
			'Tắt máy. Không đọc mã cho ai.',
			'Đến hỏi Công an xã/phường nơi gần nhất.'
		],
		steps: 'Đang bị gọi, đã lỡ bấm: làm từng bước',
		patterns: 'Các chiêu lừa đảo thường gặp',
		hotline: 'Tổng đài 1900.0368',
		hotlineNote: 'phường xác nhận'
	},
	error: {
		title: 'Không mở được trang này',
		notFound: 'Không có trang này. Địa chỉ có thể đã cũ.',
		text: 'Có lỗi khi mở trang. Việc đã ghi vẫn còn trên máy.',
		home: 'Về Hôm nay'
	}
};

export type AppWords = typeof app;
