// "Hẹn giờ báo tin": two who go from door to door agree on an hour. Quiet: on the screen, and nowhere else.

export const safety = {
	title: 'Hẹn giờ báo tin',
	lead: 'Đi tối hoặc tách nhau ra: hẹn giờ báo cho người đi cùng. Đến giờ, máy nhắc lặng lẽ trên màn hình; không kêu, không gửi đi đâu.',
	choose: (minutes: string) => `Sau ${minutes} phút`,
	running: (clock: string, minutes: string) => `Báo tin lúc ${clock}, còn ${minutes} phút.`,
	tell: 'Nhắn cho người đi cùng',
	/** What is handed to the phone's own share sheet: no name and no address. */
	message: (clock: string) => `Mình đang đi các nhà. ${clock} mình báo lại. Quá giờ mà chưa thấy thì gọi cho mình nhé.`,
	told: {
		shared: 'Đã mở phần gửi tin của máy.',
		copied: 'Đã chép lời nhắn, dán vào tin để gửi.',
		failed: 'Máy không gửi được. Đọc lời nhắn này:'
	},
	due: (clock: string) => `Đến giờ báo tin (${clock}). Gọi hoặc nhắn cho người đi cùng.`,
	late: (minutes: string) => `Quá giờ báo tin ${minutes} phút. Gọi ngay cho người đi cùng.`,
	more: (minutes: string) => `Vẫn ổn, hẹn thêm ${minutes} phút`,
	end: 'Đã báo, thôi hẹn'
};

export type SafetyWords = typeof safety;
