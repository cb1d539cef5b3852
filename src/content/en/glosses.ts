// What the words on the screen mean. The words themselves are never translated: they are what the resident looks for.

export const GLOSSES: Readonly<Record<string, string>> = {
	'Kích hoạt tài khoản định danh điện tử': 'Activate the e-ID account',
	'Kích hoạt': 'Activate',
	'Gửi yêu cầu': 'Send request',
	'Tài khoản của bạn chưa được định danh điện tử': 'Your account is not identified yet',
	'Tài khoản của bạn đã thực hiện kích hoạt': 'Your account is already activated',
	'Xác thực mã OTP': 'Verify the OTP code',
	'Thiết lập mật khẩu': 'Set the password',
	'Gửi lại mã': 'Send the code again',
	'Xác nhận': 'Confirm',
	'Đăng nhập': 'Sign in',
	'Quên mật khẩu': 'Forgot password',
	'Kiểm tra tình trạng xử lý hồ sơ': 'Check the state of the file',
	'Cá nhân': 'Personal',
	'Quản lý thiết bị': 'Manage devices',
	'Hủy liên kết': 'Unlink',
	VNeID: ''
};
