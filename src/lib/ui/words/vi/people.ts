// Accounts at the desk: signing in, one's own account, everybody's, and the week of the audit.

import type { AuditGroup } from '../../../domain/audit-week.ts';

const groups: Record<AuditGroup, string> = {
	saw: 'Đã xem',
	changed: 'Đã sửa',
	exported: 'Đã xuất tệp',
	revealed: 'Xem đủ số định danh',
	signedIn: 'Đăng nhập, đăng xuất',
	refused: 'Nhập sai'
};

export const people = {
	nav: { staff: 'Quản trị', account: 'Tài khoản của tôi' },
	code: {
		title: 'Nhập mã sáu số',
		lead: 'Mở ứng dụng tạo mã trên điện thoại của bạn và nhập mã đang hiện. Mất điện thoại thì dùng một mã trên giấy đã in.',
		label: 'Mã',
		act: 'Vào bàn phường',
		anew: 'Đăng nhập lại từ đầu'
	},
	confirm: {
		title: 'Nhập lại mật khẩu',
		lead: 'Việc này lấy nhiều dữ liệu ra khỏi bàn phường, nên cần nhập lại mật khẩu. Trong 5 phút tiếp theo không hỏi lại.',
		password: 'Mật khẩu',
		act: 'Tiếp tục',
		back: 'Quay lại',
		link: 'Nhập lại mật khẩu'
	},
	passkey: {
		title: 'Khóa truy cập',
		lead: 'Khóa nằm trong máy tính hoặc điện thoại này, mở bằng vân tay, khuôn mặt hoặc khóa màn hình. Có khóa thì đăng nhập không cần mật khẩu và mã sáu số. Chỉ thêm trên máy của riêng bạn.',
		none: 'Chưa có khóa nào.',
		added: (when: string) => `thêm lúc ${when}`,
		used: (when: string) => `dùng gần nhất ${when}`,
		unused: 'chưa dùng lần nào',
		label: 'Tên gọi của khóa',
		labelHint: 'Máy tính ở phòng một cửa',
		add: 'Thêm khóa truy cập',
		change: 'Thêm hoặc xóa khóa',
		remove: 'Xóa khóa',
		removeOf: (label: string) => `Xóa khóa: ${label}`,
		full: 'Đã có đủ 10 khóa. Xóa một khóa không dùng nữa rồi thêm lại.',
		signIn: 'Dùng khóa truy cập',
		confirm: 'Dùng khóa truy cập',
		waiting: 'Làm theo cửa sổ của máy đang hiện.',
		notMade: 'Chưa thêm được khóa. Máy cần có khóa màn hình; khóa đã thêm rồi thì không thêm lại. Thử lại.',
		notShown: 'Chưa dùng được khóa. Thử lại, hoặc nhập mật khẩu.'
	},
	account: {
		title: 'Tài khoản của tôi',
		username: (name: string) => `Tên đăng nhập: ${name}`,
		mustPassword: 'Mật khẩu này do người khác tạo. Hãy đặt mật khẩu của riêng bạn trước khi làm việc.',
		mustCode:
			'Phường yêu cầu mọi tài khoản có mã sáu số hoặc khóa truy cập khi đăng nhập. Hãy thêm ở bên dưới trước khi làm việc.',
		passwordTitle: 'Đổi mật khẩu',
		before: 'Mật khẩu hiện nay',
		after: 'Mật khẩu mới',
		afterHint: 'Ít nhất 12 ký tự. Nên dùng vài từ dễ nhớ. Đổi xong, các nơi khác đang đăng nhập sẽ bị đăng xuất.',
		again: 'Nhập lại mật khẩu mới',
		mismatch: 'Hai lần nhập mật khẩu mới chưa giống nhau. Nhập lại.',
		change: 'Đổi mật khẩu',
		codeTitle: 'Mã sáu số khi đăng nhập',
		codeLead:
			'Khi bật, đăng nhập cần thêm mã đang hiện trên điện thoại của bạn. Người biết mật khẩu vẫn không vào được.',
		codeOff: 'Đang tắt.',
		codeOn: (left: number) => `Đang bật. Còn ${left} mã trên giấy chưa dùng.`,
		turnOn: 'Bật mã sáu số',
		scan: 'Mở ứng dụng tạo mã trên điện thoại, quét mã này, rồi nhập sáu số đang hiện.',
		qr: 'Mã để quét vào ứng dụng tạo mã',
		typed: 'Không quét được thì gõ chuỗi này:',
		first: 'Sáu số đang hiện trên điện thoại',
		confirm: 'Xác nhận',
		papersTitle: 'Mã trên giấy',
		papersLead:
			'In hoặc chép ra giấy và cất kỹ. Mỗi mã dùng được một lần khi mất điện thoại. Rời trang này thì không hiện lại.',
		print: 'In trang này',
		turnOff: 'Tắt mã sáu số',
		turnOffPassword: 'Mật khẩu để tắt',
		sessions: 'Đang đăng nhập ở',
		said: {
			password: 'Đã đổi mật khẩu.',
			dropped: 'Đã tắt mã sáu số.',
			ended: 'Đã đăng xuất nơi đó.',
			passkey: 'Đã thêm khóa truy cập. Lần sau đăng nhập được bằng khóa này.',
			forgotten: 'Đã xóa khóa truy cập. Khóa đó không mở được bàn phường nữa.'
		}
	},
	sessions: {
		columns: { who: 'Ai', where: 'Trình duyệt', since: 'Từ lúc', seen: 'Lần cuối', act: 'Việc' },
		own: 'nơi đang dùng',
		end: 'Đăng xuất nơi này',
		endOf: (name: string) => `Đăng xuất nơi này: ${name}`,
		none: 'Không có ai đang đăng nhập.'
	},
	staff: {
		title: 'Tài khoản cán bộ',
		columns: { who: 'Cán bộ', role: 'Vai trò và địa bàn', signedIn: 'Đăng nhập gần nhất', acts: 'Việc' },
		never: 'chưa lần nào',
		closed: (day: string) => `Đã khóa ngày ${day}`,
		code: { on: 'có mã sáu số', off: 'chưa có mã sáu số' },
		mustChange: 'sẽ đổi mật khẩu lần tới',
		you: 'bạn',
		whole: 'Cả phường',
		areas: 'Chỉ xem được địa bàn',
		areasHint: 'Không chọn địa bàn nào là xem cả phường.',
		change: 'Đổi vai trò',
		changeOf: (name: string) => `Đổi vai trò của ${name}`,
		role: 'Vai trò',
		save: 'Lưu',
		reset: 'Cấp mật khẩu mới',
		dropCode: 'Bỏ mã sáu số và khóa truy cập',
		passkeys: (count: number) => `${count} khóa truy cập`,
		disable: 'Khóa tài khoản',
		enable: 'Mở lại tài khoản',
		more: 'Việc khác',
		moreOf: (name: string) => `Việc khác với ${name}`,
		addTitle: 'Thêm cán bộ',
		name: 'Họ và tên',
		username: 'Tên đăng nhập',
		usernameHint: 'Chữ không dấu, số, dấu chấm hoặc gạch. Ví dụ: lan.anh',
		add: 'Thêm',
		given: (name: string) => `Mật khẩu của ${name}`,
		givenHow: (username: string) =>
			`Đọc hoặc đưa tận tay. Đăng nhập bằng tên ${username}, lần đầu sẽ phải đổi. Rời trang này thì không hiện lại.`,
		sessions: 'Đang đăng nhập',
		requireTitle: 'Mã sáu số cho mọi tài khoản',
		requireOn: 'Đang bắt buộc. Ai chưa có mã hoặc khóa truy cập thì phải thêm trước khi làm việc.',
		requireOff: 'Chưa bắt buộc.',
		turnOn: 'Bắt buộc mã sáu số',
		turnOff: 'Thôi bắt buộc',
		said: {
			role: 'Đã đổi vai trò. Có hiệu lực ngay từ lần bấm tiếp theo của người đó.',
			disabled: 'Đã khóa. Người đó đã bị đăng xuất ở mọi nơi.',
			enabled: 'Đã mở lại.',
			codeDropped: 'Đã bỏ mã sáu số và khóa truy cập của người đó.',
			ended: 'Đã đăng xuất nơi đó.',
			required: 'Đã lưu.'
		} as Record<string, string>
	},
	week: {
		title: 'Nhật ký trong tuần',
		link: 'Tóm tắt tuần',
		ways: { app: 'với mã sáu số', paper: 'với mã trên giấy', passkey: 'với khóa truy cập' } as Record<string, string>,
		span: (from: string, to: string) => `Từ ${from} đến ${to}`,
		before: 'Tuần trước',
		after: 'Tuần sau',
		who: 'Ai',
		groups,
		empty: 'Tuần này không ai làm gì ở bàn phường.',
		linesTitle: 'Từng lần xem đủ số định danh và xuất tệp',
		linesNone: 'Không có lần nào.',
		whole: (lines: string) => `Nhật ký nguyên vẹn: ${lines} dòng đúng như lúc ghi.`,
		broken: (line: string) =>
			`Nhật ký đã bị sửa từ bên ngoài, bắt đầu ở dòng ${line}. Giữ nguyên máy chủ và báo người phụ trách.`,
		export: 'Xuất nhật ký ra tệp',
		from: 'Từ ngày',
		to: 'Đến ngày',
		exportHint: 'Cần nhập lại mật khẩu. Lần xuất cũng được ghi vào nhật ký.',
		back: 'Về nhật ký'
	},
	device: {
		appVersion: (version: string) => `ứng dụng bản ${version}`,
		contentVersion: (version: number) => `nội dung bản ${version}`,
		waitingSince: (count: number, when: string) => `còn ${count} bản ghi trên máy, từ ${when}`
	}
};

export type PeopleWords = typeof people;
