// "Đi cùng nhau": one phone that records for several people, a lane cut in two, a lane that goes on to another phone.

export const crew = {
	open: 'Đi cùng nhau',
	title: 'Đi cùng nhau',
	/** The bar with the letters. */
	bar: 'Ai đang gõ cửa',
	member: (letter: string, name: string) => `${letter} · ${name}`,

	group: {
		title: 'Một máy ghi cho nhiều người',
		lead: 'Một người cầm máy ghi, cả nhóm cùng gõ cửa. Mỗi người một chữ và một màu. Mỗi lượt ghi rõ ai gõ cửa.',
		begin: 'Lập nhóm',
		again: 'Lập nhóm mới',
		nameOf: (letter: string) => `Người ${letter}`,
		holder: 'Người cầm máy ghi',
		nameHint: 'Tên gọi của người đi cùng. Không ghi số điện thoại, số định danh.',
		nameNoNumber: 'Chỉ ghi tên gọi. Xóa số điện thoại, số định danh và mã số đi.',
		add: 'Thêm người',
		remove: (letter: string) => `Bớt người ${letter}`,
		start: 'Bắt đầu đi',
		cancel: 'Thôi',
		how: 'Bấm chữ ở cuối màn hình khi đổi người. Ở trang của một nhà, chữ đã bấm là người gõ cửa nhà đó.'
	},
	tally: {
		now: 'Hôm nay theo từng người',
		over: (from: string, to: string) => `Tổng kết ca ${from} đến ${to}`,
		overLead: 'Ca đã kết thúc. Từ lúc này mỗi lượt ghi cho riêng anh/chị.',
		all: (visits: string, doors: string) => `Cả nhóm: ${visits} lượt, ${doors} nhà.`,
		doors: 'Nhà',
		met: 'Gặp được',
		nobodyHome: 'Không gặp',
		activated: 'Kích hoạt',
		nobody: 'Chưa ghi ai gõ cửa',
		none: 'Chưa có lượt nào.',
		end: 'Kết thúc ca',
		endAsk: 'Kết thúc ca của nhóm?',
		endText: 'Các lượt đã ghi vẫn còn. Bảng tổng kết ở lại đây đến hết ngày.'
	},
	share: {
		title: 'Chia ngõ cho hai người',
		lead: 'Mỗi nhà chỉ thuộc một phần, không ai gõ trùng.',
		lane: 'Ngõ',
		cut: 'Chia thế nào',
		cuts: { all: 'Cả ngõ', sides: 'Bên lẻ, bên chẵn', door: 'Cắt ở một nhà' },
		at: 'Phần thứ hai bắt đầu từ nhà',
		whole: 'Cả ngõ',
		odd: 'Bên lẻ',
		even: 'Bên chẵn',
		until: (door: string) => `Từ đầu ngõ đến trước nhà ${door}`,
		from: (door: string) => `Từ nhà ${door} đến hết`,
		count: (doors: string, left: string) => `${doors} nhà, còn ${left} nhà`,
		post: 'Giao cho',
		postTo: (part: string, member: string) => `${part}: giao cho ${member}`,
		posted: (part: string, member: string) => `${part}: ${member} đi.`,
		relay: 'Bàn giao sang máy khác',
		relayOf: (part: string) => `${part}: bàn giao sang máy khác`,
		working: 'Đang chuẩn bị…',
		nothing: 'Không có nhà nào để chia.'
	},
	relay: {
		title: 'Bàn giao ngõ giữa hai máy',
		lead: 'Không cần mạng. Máy nhận phải được phường giao cùng địa bàn. Không có tên người, địa chỉ nào đi qua hình.',
		take: 'Nhận ngõ từ máy khác',
		showTitle: 'Bàn giao ngõ',
		showHow: 'Trên máy kia: mở Hộ dân, chọn Đi cùng nhau, rồi Nhận ngõ từ máy khác. Hình dùng được trong 30 phút.',
		showCount: (doors: string, shown: string, count: string) =>
			`${doors} nhà. Đã chiếu ${shown} hình, cần ít nhất ${count}.`,
		showStop: 'Dừng chiếu',
		unknown: (count: string) => `${count} nhà mới chưa gửi về phường nên ở lại máy này.`,
		ask: 'Máy kia đã báo nhận chưa?',
		askText: 'Chỉ bấm Đã nhận khi máy kia báo nhận xong. Các nhà đó sẽ ra khỏi lượt đi của máy này.',
		yes: 'Đã nhận',
		no: 'Chưa, vẫn tự đi',
		given: (doors: string, lane: string) => `Đã bàn giao ${doors} nhà · ${lane}`,
		takeBack: 'Lấy lại',
		takeBackOf: (lane: string) => `Lấy lại ${lane}`,
		takenFrom: (doors: string, lane: string, name: string) => `Nhận ${doors} nhà · ${lane}, từ ${name}`,
		taken: (doors: string, lane: string) => `Đã nhận ${doors} nhà · ${lane}. Báo máy kia bấm Đã nhận.`,
		missing: (count: string) => `${count} nhà chưa có trên máy này nên không nhận được.`,
		scanTitle: 'Nhận ngõ từ máy khác',
		scanForeign: 'Mã này không phải hình bàn giao ngõ. Quét màn hình đang chiếu của máy kia.',
		scanMore: 'Nhận ngõ khác',
		untilMidnight: 'Có hiệu lực đến hết hôm nay. Phường vẫn thấy ngõ của người được giao.'
	}
};

export type CrewWords = typeof crew;
