// One visit, question by question. Labels of terms.md section 2 ("Consent", "Evidence", "Result buttons", "Appointment");
// the spoken consent is scenarios.md 1.2, wording number 1 (domain/consent.ts).

/** Names of the fields that the ward may ask about, `table.field`. */
const fields: Readonly<Record<string, string>> = {
	'visit.outcome': 'Kết quả',
	'visit.presence': 'Có mặt',
	'visit.consent': 'Đồng ý',
	'visit.standing': 'Tài khoản',
	'visit.barriers': 'Vì sao chưa xong',
	'visit.solved': 'Đã gỡ',
	'visit.flags': 'Báo dữ liệu',
	'visit.next': 'Bước tiếp',
	'visit.guides': 'Hướng dẫn đã làm',
	'visit.note': 'Ghi chú',
	'visit.knocker': 'Người gõ cửa',
	'difficulty.text': 'Nội dung',
	'difficulty.askedAt': 'Lúc hỏi',
	'visit.leaflet': 'Tờ rơi',
	'visit.refusedCount': 'Số người từ chối ghi tên',
	'visit.cardBy': 'Đọc thẻ bằng',
	'visit.before': 'Tài khoản lúc đến',
	'visit.seenAt': 'Lúc đến',
	'visit.person': 'Người được thăm',
	'visit.household': 'Nhà',
	'person.name': 'Họ và tên',
	'person.birth': 'Năm sinh hoặc ngày sinh',
	'person.sex': 'Giới tính',
	'person.presence': 'Có mặt',
	'person.relation': 'Quan hệ với chủ hộ',
	'person.card': 'Thẻ căn cước',
	'person.cardIssuedOn': 'Ngày cấp thẻ',
	'person.personalId': 'Số định danh',
	'person.phone': 'Số điện thoại',
	'person.consent': 'Đồng ý',
	'person.standing': 'Tài khoản',
	'person.barriers': 'Vì sao chưa xong',
	'person.needsHomeHelp': 'Cần hỗ trợ tại nhà',
	'person.buddy': 'Người nhà giúp trên điện thoại',
	'person.household': 'Nhà',
	'household.area': 'Khu phố, tổ',
	'household.lane': 'Ngõ, đường, thôn',
	'household.number': 'Số nhà',
	'household.kind': 'Loại nhà',
	'household.access': 'Lối vào',
	'household.place': 'Chỗ trong thứ tự đi',
	'household.sketch': 'Chỗ trên sơ đồ ngõ',
	'household.gateLocked': 'Cổng khóa',
	'household.callers': 'Ai được đến'
};

export const visit = {
	title: (door: string) => `Thăm nhà ${door}`,
	/** The resident hears this first (feature F005). */
	neverAsk: 'Không hỏi OTP, mật khẩu, passcode, số tài khoản. Không chụp ảnh thẻ. Không thu tiền.',
	progress: (left: number) => (left === 0 ? 'Bước cuối' : `Còn khoảng ${left} câu`),
	goOn: 'Tiếp tục',
	draft: 'Phần đã ghi được giữ trên máy.',
	restored: 'Làm tiếp lượt thăm dở.',
	other: (name: string) => (name ? `Đang có lượt thăm dở cho ${name}.` : 'Đang có lượt thăm dở ở nhà này.'),
	otherGoOn: 'Làm tiếp lượt dở',
	otherDrop: 'Bỏ lượt dở, bắt đầu mới',

	who: {
		title: 'Lượt này ghi cho ai?',
		one: 'Một người',
		whole: 'Cả nhà một lần',
		present: 'Thêm người đang có mặt',
		presentHint: 'Hỏi đồng ý trước, rồi quét thẻ hoặc nhập tay',
		absent: 'Thêm người đang vắng',
		absentHint: 'Người nhà kể giúp',
		refuses: 'Từ chối ghi tên',
		refusesHint: 'Chỉ đếm số người, không ghi tên',
		informed: 'Chỉ tuyên truyền',
		informedHint: 'Không ghi riêng ai'
	},

	presence: { title: 'Có ở nhà không?' },

	consent: {
		title: 'Người dân đồng ý cho ghi thông tin?',
		read: 'Lời nói với người dân',
		say: 'Cháu xin ghi tên, năm sinh, tình trạng thẻ và tài khoản để khu phố biết mà hỗ trợ tiếp. Số điện thoại chỉ ghi nếu bác đồng ý. Bác có thể bảo xóa bất cứ lúc nào tại phường hoặc với cháu. Bác đồng ý không ạ?',
		record: 'Đồng ý cho ghi thông tin',
		recordHint: 'Tên, năm sinh, thẻ, tài khoản',
		phone: 'Đồng ý ghi số điện thoại',
		phoneHint: 'Chính người đó đồng ý',
		phoneAway: 'Người vắng mặt chưa tự đồng ý nên không ghi số.',
		remind: 'Đồng ý nhắc hẹn',
		refuse: 'Không đồng ý',
		needed: 'Chưa đánh dấu “Đồng ý cho ghi thông tin”. Không đồng ý thì bấm “Không đồng ý”.',
		onFile: 'Đã đồng ý từ trước'
	},

	unnamed: {
		title: 'Ghi lượt này không có tên',
		text: 'Không ghi tên, không ghi số. Nhà này vẫn tính là đã được tuyên truyền.',
		outcome: 'Kết quả',
		informed: 'Đã nghe, không ghi tên',
		refused: 'Không muốn làm',
		count: 'Số người từ chối ghi tên',
		fewer: 'Bớt một người',
		more: 'Thêm một người',
		leaflet: 'Đã đưa tờ rơi',
		selfServe: 'Người dân sẽ tự ra quầy của phường'
	},

	person: {
		title: 'Ghi người này',
		phone: 'Số điện thoại của người này'
	},

	card: {
		title: 'Thẻ căn cước của người này',
		scan: 'Quét mã QR trên thẻ',
		otherPerson: 'Thẻ vừa quét là của người khác. Không lấy gì từ thẻ này.',
		read: 'Đã đọc thẻ.'
	},

	standing: {
		title: 'Tài khoản VNeID đang ở đâu?',
		same: (state: string) => `Vẫn như trước: ${state}`,
		before: (state: string) => `Lần trước: ${state}`,
		sameAndGuide: 'Như trước, hướng dẫn luôn'
	},

	evidence: {
		title: 'Biết từ đâu?',
		hints: {
			seenOnScreen: 'Được tính vào kết quả',
			declared: 'Ghi riêng, chưa tính vào kết quả',
			policeList: 'Được tính vào kết quả'
		},
		jump: (from: string, to: string) => `Từ “${from}” sang “${to}” là bước khác thường. Vì sao?`,
		reason: 'Vì sao',
		reasonHint: 'Một câu ngắn. Không ghi mã, mật khẩu, số giấy tờ.'
	},

	guide: {
		title: 'Làm ngay bây giờ?',
		text: 'Người dân cầm máy và tự nhập mã. Mình chỉ hướng dẫn.',
		start: 'Bắt đầu hướng dẫn',
		goOn: 'Làm tiếp hướng dẫn',
		skip: 'Hôm nay chưa làm',
		minutes: (count: number) => `khoảng ${count} phút`
	},

	notice: {
		title: 'Tin nhắn phê duyệt đến ngày nào?',
		today: 'Hôm nay',
		yesterday: 'Hôm qua',
		left: (days: number) => (days === 0 ? 'hôm nay là hạn cuối' : `còn ${days} ngày`),
		over: (day: string) => `Trước ngày ${day}`,
		overHint: 'đã quá 7 ngày',
		unknown: 'Không rõ ngày'
	},

	outcome: { title: 'Kết quả lượt này', proposed: 'Đề xuất', others: 'Khác' },

	next: {
		title: 'Bước tiếp theo?',
		none: 'Không hẹn',
		revisit: 'Hẹn đến lại',
		tet: (from: string, to: string) => `Dịp Tết, từ ${from} đến ${to}`,
		appointment: 'Hẹn gặp tại phường',
		selfServe: 'Người dân tự làm',
		pickDay: 'Chọn ngày khác',
		kind: 'Hẹn gì?',
		day: 'Ngày',
		hour: 'Giờ',
		confirm: 'Đặt hẹn này'
	},

	summary: {
		title: 'Xem lại rồi lưu',
		change: (what: string) => `Đổi: ${what}`,
		person: 'Người',
		presence: 'Có mặt',
		consent: 'Đồng ý',
		consents: { record: 'ghi thông tin', phone: 'ghi số điện thoại', remind: 'nhắc hẹn' },
		card: 'Thẻ',
		phone: 'Số điện thoại',
		standing: 'Tài khoản',
		outcome: 'Kết quả',
		barriers: 'Vì sao chưa xong',
		solved: 'Đã gỡ',
		flags: 'Báo dữ liệu',
		next: 'Bước tiếp',
		guide: 'Hướng dẫn đã làm',
		unnamed: (count: number) => (count === 0 ? 'Không ghi tên ai' : `${count} người từ chối ghi tên`),
		note: 'Ghi chú',
		noteHint: 'Không ghi mã OTP, mật khẩu, số giấy tờ, số tài khoản.',
		leaflet: 'Đã đưa tờ rơi',
		save: 'Lưu lượt thăm',
		saving: 'Đang lưu…',
		fixFirst: 'Còn mục cần sửa trước khi lưu:',
		fix: (what: string) => `Sửa: ${what}`
	},

	saved: {
		title: 'Đã lưu trên máy',
		text: 'Sẽ gửi về phường khi có mạng.',
		success: 'Đã kích hoạt và đăng nhập được.',
		samePeople: 'Còn người trong nhà',
		nextPerson: (name: string) => `Tiếp: ${name}`,
		nextDoor: (door: string) => `Nhà kế tiếp: ${door}`,
		over: 'Đã đi hết các nhà còn lại hôm nay.',
		toDoor: 'Về nhà này',
		toList: 'Về danh sách'
	},

	fix: {
		title: (door: string) => `Sửa lượt ở nhà ${door}`,
		asked: 'Phường hỏi',
		askedBy: (name: string, moment: string) => `${name}, ${moment}`,
		field: (name: string) => `Mục cần sửa: ${name}`,
		others: 'Các mục khác của lượt này',
		save: 'Đã sửa, gửi lại',
		saving: 'Đang lưu…',
		unchanged: 'Chưa đổi gì. Nếu mục này đã đúng, ghi lý do vào ghi chú rồi gửi lại.',
		saved: 'Đã lưu trên máy. Sẽ gửi lại phường khi có mạng.',
		toToday: 'Về Hôm nay',
		notReturned: 'Lượt này không còn ở trạng thái trả lại.',
		missing: 'Không tìm thấy lượt này trên máy.',
		fields
	}
};

export type VisitWords = typeof visit;
