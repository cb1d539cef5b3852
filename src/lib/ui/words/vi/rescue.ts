// "Nhờ máy khác mang hộ": records that leave a phone without a network, and those that a phone takes over for others.

export const rescue = {
	title: 'Nhờ máy khác mang hộ',
	lead: 'Bản ghi được niêm phong, chỉ phường mở được. Bản ghi vẫn còn trên máy này và không bị gửi trùng.',
	give: 'Đưa bản ghi của máy này',
	giveFile: 'Tạo tệp để gửi',
	giveFileHow: 'Gửi tệp cho người có mạng, hoặc mang đến phường.',
	givePictures: 'Cho máy khác quét màn hình',
	take: 'Nhận giúp máy khác',
	takeFile: 'Nhận tệp của máy khác',
	takePictures: 'Quét màn hình máy khác',
	working: 'Đang chuẩn bị…',
	given: (count: string, files: string) => `Đã tạo ${files} tệp với ${count} bản ghi.`,
	unsealed: (count: string) => `${count} bản chưa niêm phong được nên chưa đưa đi. Cần có mạng một lần.`,
	shareTitle: 'Bản ghi nhờ gửi về phường',
	taken: (count: string) => `Đã nhận ${count} bản ghi. Máy này sẽ gửi về phường khi có mạng.`,
	knownAlready: 'Máy này đã nhận những bản ghi đó rồi. Không cần nhận lại.',
	showTitle: 'Cho máy khác quét',
	showHow: 'Trên máy kia: mở Gửi về phường, chọn Nhờ máy khác mang hộ, rồi Quét màn hình máy khác.',
	showHold: 'Giữ hai máy đối diện, cách khoảng một gang tay. Hình đổi liên tục, cứ để chạy đến khi máy kia báo xong.',
	showPart: (part: string, parts: string) => `Phần ${part} trong ${parts}`,
	showCount: (entries: string, shown: string, count: string) =>
		`${entries} bản ghi. Đã chiếu ${shown} hình, cần ít nhất ${count}.`,
	showNext: 'Máy kia đã xong, sang phần sau',
	showPrevious: 'Về phần trước',
	showStop: 'Dừng chiếu',
	scanTitle: 'Quét màn hình máy khác',
	scanStarting: 'Đang mở camera…',
	scanAim: 'Đưa hình trên máy kia vào khung và giữ yên.',
	scanGot: (got: string, count: string) => `Đã nhận ${got} trong ${count} hình`,
	scanSilent: 'Chưa thấy hình. Đưa gần hơn, lau ống kính, tăng độ sáng màn hình máy kia.',
	scanForeign: 'Mã này không phải hình nhờ gửi. Quét màn hình đang chiếu của máy kia.',
	scanAgain: 'Quét lại từ đầu',
	scanMore: 'Quét phần tiếp theo',
	scanPause: 'Dừng, quét tiếp sau',
	close: 'Xong'
};

export type RescueWords = typeof rescue;
