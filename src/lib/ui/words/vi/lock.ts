// The lock screen and typing a PIN.

export const lock = {
	title: 'Đang khóa',
	lead: 'Nhập mã PIN để mở.',
	open: 'Mở khóa',
	opening: 'Đang mở…',
	digits: (count: string) => `Đã nhập ${count} số`,
	noDigits: 'Chưa nhập số nào',
	triesLeft: (count: string) => `Mã PIN chưa đúng. Còn ${count} lần trước khi phải chờ.`,
	oneLeft: 'Mã PIN chưa đúng. Sai một lần nữa thì phải chờ.',
	nextWaits: 'Mã PIN chưa đúng. Mỗi lần sai nữa phải chờ lâu hơn.',
	wait: (left: string) => `Sai nhiều lần. Chờ ${left} rồi nhập lại.`,
	waitSoon: 'Được nhập lại rồi.',
	eraseIn: (count: string) => `Sai thêm ${count} lần nữa thì máy xóa danh sách hộ và những gì đang ghi dở.`,
	eraseNext: 'Sai một lần nữa thì máy xóa danh sách hộ và những gì đang ghi dở.',
	byPasskey: 'Mở bằng vân tay hoặc khuôn mặt',
	askingPasskey: 'Làm theo máy để mở…',
	forgot: 'Quên mã PIN?',
	forgotText:
		'Mã PIN chỉ có trên máy này, phường không xem được. Thử lại vài lần. Vẫn không nhớ thì nhờ cán bộ phường tạo mã mời mới rồi vào lại trên chính máy này. Đừng gỡ ứng dụng.',
	anew: {
		act: 'Vào lại bằng mã mời mới',
		unknown: 'Phường chưa nhận ra máy này, nên chưa gửi và chưa tải được gì. Nhờ cán bộ phường tạo mã mời mới.'
	},
	lease: {
		title: 'Hơn 7 ngày chưa liên lạc với phường',
		text: 'Danh sách hộ đã được xóa khỏi máy để giữ kín. Việc chưa gửi vẫn còn. Có mạng, máy sẽ tải lại.'
	},
	capture: 'Ghi một lượt khi đang khóa'
};

export type LockWords = typeof lock;
