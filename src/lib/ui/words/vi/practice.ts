// Practice: made-up doors to try the app on. What the cards name are the words on the buttons of the other parts.

export const practice = {
	title: 'Tập dượt',
	act: 'Tập dượt với nhà giả',
	short: 'Tập thử 2 phút',
	lead: 'Một ngõ với nhà và người không có thật. Bấm sai không sao: không gì ở đây được gửi đi, và tập xong là xóa.',
	begin: 'Bắt đầu tập',
	beginning: 'Đang chuẩn bị…',
	/** The area of the made-up doors, as a screen names it. */
	quarter: 'Khu tập dượt',
	bar: 'Tập dượt',
	note: 'Nhà giả, không gửi đi đâu.',
	end: 'Kết thúc',
	ending: 'Đang xóa…',
	saved: 'Đây là tập dượt: không gửi đi đâu, tập xong sẽ xóa.',
	elsewhere: {
		title: 'Phần này là của việc thật',
		text: 'Kết thúc tập dượt rồi mở lại. Việc thật vẫn còn nguyên trên máy.',
		back: 'Về danh sách tập'
	},
	walk: {
		label: 'Gợi ý khi tập',
		step: (at: string, of: string) => `Việc ${at}/${of}`,
		next: 'Bỏ qua',
		stop: 'Tắt gợi ý',
		toList: 'Xong lượt này thì chạm “Về nhà này”.',
		toDoors: 'Chạm “Hộ dân” ở cuối màn hình.',
		away: {
			title: 'Không gặp ai',
			list: (door: string) =>
				`Nhà ${door} không có ai. Chạm “Vắng” ở dòng nhà ${door}. Chạm nhầm thì “Hoàn tác” trong 5 giây.`,
			door: 'Chạm “Không gặp ai”, rồi “Lưu”.'
		},
		visit: {
			title: 'Thăm và hướng dẫn',
			list: (door: string) => `Có người mở cửa. Chạm vào nhà ${door}.`,
			door: 'Chạm “Bắt đầu thăm hộ”.',
			visit:
				'Chọn người, trả lời từng câu. Tới câu “Làm ngay bây giờ?” thì chạm “Bắt đầu hướng dẫn”, đi hết các bước, rồi “Lưu lượt thăm”.'
		},
		card: {
			title: 'Nhập thẻ bằng tay',
			list: (door: string) => `Chạm vào nhà ${door}: nhà này chưa ghi ai.`,
			door: 'Chạm “Thêm người”.',
			form: (name: string, year: string) =>
				`Chạm “Quét mã QR trên thẻ”, rồi “Không quét được? Nhập tay”. Nhập ${name}, sinh năm ${year}, nữ; số định danh để trống. Rồi điền nốt và “Lưu người này”.`
		},
		over: {
			title: 'Xong ba việc',
			text: 'Tập thêm bao nhiêu cũng được. Chạm “Kết thúc” ở trên để về việc thật. Muốn tập lại: mở “Hướng dẫn”.'
		}
	}
};

export type PracticeWords = typeof practice;
