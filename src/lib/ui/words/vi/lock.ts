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
	forgot: 'Quên mã PIN?',
	forgotText:
		'Mã PIN chỉ có trên máy này, phường không xem được. Chờ rồi thử lại. Vẫn không nhớ thì mang máy đến phường; đừng gỡ ứng dụng, việc chưa gửi còn nằm trên máy.',
	capture: 'Ghi một lượt khi đang khóa'
};

export type LockWords = typeof lock;
