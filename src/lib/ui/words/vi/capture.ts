// A visit that is recorded while the phone is locked.

export const capture = {
	title: 'Ghi khi đang khóa',
	lead: 'Ghi xong là niêm phong, chỉ phường đọc được. Bản ghi hiện lại trên máy này sau khi phường nhận.',
	lane: 'Ngõ, hẻm, đường',
	number: 'Số nhà',
	outcome: 'Kết quả',
	outcomes: { nobodyHome: 'Không gặp ai', informed: 'Đã tuyên truyền', refused: 'Không muốn làm' },
	note: 'Ghi chú',
	noteHint: 'Không ghi số định danh, mật khẩu, mã OTP.',
	save: 'Lưu và niêm phong',
	saving: 'Đang lưu…',
	saved: 'Đã lưu trên máy, đã niêm phong. Máy tự gửi khi có mạng, không cần mở khóa.',
	unavailable: 'Máy này chưa ghi được khi khóa: cần mở khóa và gửi về phường một lần trước.'
};

export type CaptureWords = typeof capture;
