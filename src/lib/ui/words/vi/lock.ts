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
		title: 'Vào lại bằng mã mời mới?',
		text: 'Khi vào xong, danh sách hộ cũ trên máy bị xóa và tải lại từ phường.',
		sealed: (count: string) => `${count} việc chưa gửi đã niêm phong, vẫn nằm trên máy để gửi về phường.`,
		lost: (count: string) => `${count} việc chưa gửi chỉ mở được bằng mã PIN cũ: vào lại thì mất.`,
		none: 'Không có việc nào chờ gửi.',
		yes: 'Tôi có mã mời mới',
		unknown: 'Phường chưa nhận ra máy này, nên chưa gửi và chưa tải được gì. Nhờ cán bộ phường tạo mã mời mới.'
	},
	erased: {
		title: 'Đã xóa dữ liệu trên máy',
		revokedTitle: 'Phường đã ngừng quyền của máy này',
		wrongPins:
			'Nhập sai mã PIN 10 lần liền, nên máy đã xóa danh sách hộ và mọi thông tin đọc được. Không ai xem được nữa.',
		revoked: 'Danh sách hộ và mọi thông tin đọc được trên máy đã xóa. Nếu không rõ vì sao, hỏi cán bộ phường.',
		waiting: (count: string) =>
			`Còn ${count} việc chưa gửi nằm trên máy, đã niêm phong: chỉ phường mở được. Đừng gỡ ứng dụng.`,
		none: 'Trên máy không còn việc nào chờ gửi.',
		goOn: 'Muốn làm tiếp trên máy này thì nhờ cán bộ phường tạo mã mời mới.'
	},
	lease: {
		title: 'Hơn 7 ngày chưa liên lạc với phường',
		text: 'Danh sách hộ đã được xóa khỏi máy để giữ kín. Việc chưa gửi vẫn còn. Có mạng, máy sẽ tải lại.'
	},
	veil: 'Đang che màn hình'
};

export type LockWords = typeof lock;
