// What stands on a phone that can be read no more, and what is asked before it comes to that. Loaded when needed.

export const anew = {
	title: 'Vào lại bằng mã mời mới?',
	text: 'Khi vào xong, danh sách hộ cũ trên máy bị xóa và tải lại từ phường.',
	sealed: (count: string) => `${count} việc chưa gửi đã niêm phong, vẫn nằm trên máy để gửi về phường.`,
	lost: (count: string) => `${count} việc chưa gửi chỉ mở được bằng mã PIN cũ: vào lại thì mất.`,
	none: 'Không có việc nào chờ gửi.',
	yes: 'Tôi có mã mời mới',
	erased: {
		title: 'Đã xóa dữ liệu trên máy',
		revokedTitle: 'Phường đã ngừng quyền của máy này',
		wrongPins:
			'Nhập sai mã PIN 10 lần liền, nên máy đã xóa danh sách hộ và mọi thông tin đọc được. Không ai xem được nữa.',
		revoked: 'Danh sách hộ và mọi thông tin đọc được trên máy đã xóa. Nếu không rõ vì sao, hỏi cán bộ phường.',
		waiting: (count: string) =>
			`Còn ${count} việc chưa gửi nằm trên máy, đã niêm phong: chỉ phường mở được. Đừng gỡ ứng dụng.`,
		lost: (count: string) => `${count} việc chưa gửi đã mất theo. Báo cán bộ phường để ghi lại.`,
		none: 'Trên máy không còn việc nào chờ gửi.',
		goOn: 'Muốn làm tiếp trên máy này thì nhờ cán bộ phường tạo mã mời mới.'
	}
};

export type AnewWords = typeof anew;
