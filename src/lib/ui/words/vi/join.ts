// Joining: the invitation, who it is for, the pledge (feature F008, digest k), the PIN, the first list.

export const join = {
	title: 'Vào Gõ Cửa',
	progress: (step: string, of: string) => `Bước ${step}/${of}`,
	next: 'Tiếp tục',
	offline: 'Chưa có mạng. Bật Wi-Fi hoặc dữ liệu di động rồi bấm lại, những gì đã nhập vẫn còn.',
	install: {
		appleTitle: 'Cài vào màn hình chính trước',
		appleWhy:
			'Trên iPhone, ứng dụng ở màn hình chính và trang mở trong Safari giữ dữ liệu riêng, không thấy của nhau. Cài trước rồi mới nhập mã, để việc đã ghi không nằm lạc trong Safari.',
		appleSteps: [
			'Bấm nút Chia sẻ (ô vuông có mũi tên lên) của Safari.',
			'Chọn “Thêm vào MH chính”.',
			'Bấm “Thêm”, rồi mở Gõ Cửa từ màn hình chính.'
		],
		appleHidden: 'Không thấy nút Chia sẻ thì bấm nút ba chấm trước. Không thấy dòng đó thì kéo danh sách xuống.',
		appleMovedTitle: 'Trước đây đã ghi trong Safari?',
		appleMoved:
			'Việc ghi trong Safari không có ở đây. Mở lại trang trong Safari: có mạng thì gửi hết về phường, không có mạng thì tạo tệp để gửi. Vào đây bằng mã mời mới rồi nhận tệp đó ở mục Gửi về phường.',
		appleSkip: 'Vẫn dùng trong Safari',
		androidTitle: 'Cài lên màn hình chính',
		androidWhy: 'Mở nhanh hơn, chạy được khi mất mạng, và máy giữ dữ liệu chắc hơn.',
		ask: 'Cài ứng dụng'
	},
	code: {
		lead: 'Cán bộ phường mở mã mời trên màn hình. Quét mã QR, hoặc nhập 16 ký tự.',
		scan: 'Quét mã mời',
		type: 'Mã mời',
		hint: '16 ký tự, ví dụ 0000-AAAA-0000-AAAA. Gõ chữ hoa hay thường đều được.',
		short: (count: string) => `Mã mời có đủ 16 ký tự. Mới có ${count}.`,
		look: 'Kiểm tra mã',
		looking: 'Đang hỏi phường…',
		opening: 'Đang mở camera…',
		noCamera: 'Chưa mở được phần quét. Hãy nhập mã bằng tay.'
	},
	who: {
		title: (name: string) => `Anh/chị là ${name}?`,
		ward: 'Nơi làm việc',
		areas: 'Địa bàn',
		until: (clock: string) => `Mã mời dùng được đến ${clock}.`,
		warn: 'Máy này sẽ ghi việc dưới tên trên. Không phải tên mình thì đừng tiếp tục, báo cán bộ phường.',
		yes: 'Đúng, là tôi',
		no: 'Không phải tôi'
	},
	pledge: {
		title: 'Cam kết giữ bí mật',
		lead: 'Đọc hết rồi đánh dấu. Phường giữ ngày giờ cam kết.',
		lines: [
			'Tôi giữ kín những gì thấy và nghe ở nhà dân. Không kể, không chép, không chụp, không gửi cho ai ngoài phường.',
			'Tôi không hỏi và không nghe mã OTP, mật khẩu, passcode, câu hỏi bảo mật, thông tin ngân hàng. Người dân tự nhập trên máy của mình.',
			'Tôi không chụp ảnh thẻ, giấy tờ hay mặt người dân.',
			'Tôi không thu tiền và không nhận tiền. Tài khoản định danh điện tử là miễn phí.',
			'Tôi chỉ ghi khi người dân đồng ý, chỉ ghi những gì ứng dụng hỏi. Người dân bảo xóa thì tôi báo phường.',
			'Tôi không cho người khác dùng máy này khi ứng dụng đang mở. Mất máy, lộ mã PIN, tôi báo phường ngay.'
		],
		accept: 'Tôi đã đọc và cam kết',
		act: 'Cam kết',
		missing: 'Đánh dấu “Tôi đã đọc và cam kết” rồi mới tiếp tục được.'
	},
	pin: {
		title: 'Đặt mã PIN',
		lead: 'Mã PIN khóa dữ liệu trên máy này. Ít nhất 6 số, nên đặt 8 số.',
		own: 'Không dùng ngày sinh, số điện thoại hay mã mở máy. Phường không xem được mã này.',
		again: 'Nhập lại mã PIN',
		againLead: 'Nhập lại đúng mã vừa đặt.',
		clear: 'Đặt lại từ đầu'
	},
	making: {
		title: 'Đang chuẩn bị',
		vault: 'Đang tạo khóa cho dữ liệu trên máy…',
		failed: 'Chưa vào được',
		again: 'Thử lại',
		newCode: 'Nhập mã mời khác'
	},
	ready: {
		title: (name: string) => `Chào ${name}`,
		pullingFirst: 'Đang tải danh sách hộ…',
		pulling: (count: string) => `Đang tải danh sách, đã có ${count} hộ…`,
		pulled: (count: string) => `Đã có ${count} hộ trên máy. Mất mạng vẫn làm việc được.`,
		empty: 'Chưa có hộ nào trong địa bàn được giao. Phường giao thêm thì máy tự tải về.',
		notPulled: 'Chưa tải được danh sách. Có mạng máy sẽ tự tải, hoặc bấm “Thử lại”.',
		start: 'Bắt đầu',
		practise: 'Tập thử 2 phút'
	},
	storage: {
		title: 'Giữ dữ liệu trên máy',
		kept: 'Trình duyệt hứa giữ dữ liệu, không tự xóa.',
		mayBeCleared:
			'Trình duyệt có thể xóa dữ liệu khi máy gần đầy. Cài lên màn hình chính, giữ máy còn chỗ trống và gửi về phường mỗi ngày.',
		unknown: 'Trình duyệt không cho biết có giữ dữ liệu hay không. Nhớ gửi về phường mỗi ngày.'
	}
};

export type JoinWords = typeof join;
