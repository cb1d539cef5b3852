// P15: forgotten password and forgotten passcode are two different walks.

import {
	again,
	at,
	end,
	guide,
	labels,
	links,
	met,
	refer,
	resident,
	SIGNED_IN,
	solved,
	to,
	usual,
	volunteer
} from '../write.ts';
import { askLevel, codeSteps, HOTLINE, LOCK_SOURCE } from './parts.ts';

const PASSWORD = at('web', 'dantri 20251203003057624');
const PASSCODE = at('web', 'Quên passcode trên VNeID (2024)');

export const P15_PASSWORD = guide(
	{
		id: 'P15-forgot-password',
		topic: 'keep',
		title: 'Quên mật khẩu VNeID',
		summary: 'Trả lời thông tin xác thực, nhận mã, đặt mật khẩu mới. Làm trên máy của mình.',
		minutes: 6,
		from: [PASSWORD],
		keywords: ['quên mật khẩu', 'lấy lại mật khẩu', 'đăng nhập không được'],
		entry: { states: ['l1Active', 'l2Active', 'appAccount'] }
	},
	[
		volunteer(
			'which',
			'Quên gì?',
			'Mật khẩu dùng khi đăng nhập. Passcode là sáu số, dùng khi mở tiện ích.',
			[
				usual('start', 'password', 'Quên mật khẩu đăng nhập', met('B4.5')),
				to('passcode', 'passcode', 'Quên passcode sáu số', met('B4.6')),
				to('locked', 'locked', 'Máy báo tài khoản bị khóa', met('B4.8'))
			],
			{ terms: ['term-password', 'term-passcode'], from: [PASSWORD] }
		),
		resident(
			'start',
			'Bấm quên mật khẩu',
			'Mở VNeID. Ở màn hình đăng nhập bấm “Quên mật khẩu”, nhập số định danh và số điện thoại.',
			[
				usual('identity', 'asked', 'Máy hỏi thông tin xác thực'),
				to('wrong-number', 'unknown', 'Máy báo số không đúng')
			],
			{ from: [PASSWORD], ...labels('Quên mật khẩu') }
		),
		resident(
			'identity',
			'Nhập thông tin xác thực',
			'Bấm “Nhập thông tin xác thực”. Tự nhập họ tên, ngày sinh, ngày cấp thẻ; nhìn trên thẻ để ghi cho đúng.',
			[usual('otp', 'right', 'Máy gửi mã về tin nhắn'), to('identity', 'wrong', 'Máy báo không đúng, nhập lại')],
			{ from: [PASSWORD], ...labels('Nhập thông tin xác thực'), limit: { times: 3, to: 'try-later' } }
		),
		...codeSteps('password', 'Mã đúng, máy hỏi mật khẩu mới', [PASSWORD, at('000', '§5 B3')]),
		resident('password', 'Đặt mật khẩu mới', 'Tự nghĩ mật khẩu mới, nhập hai lần.', 'sign-in', {
			from: [at('000', '§5 B3'), at('web', 'phunutoday d371723')],
			notes: [
				'Từ 8 đến 20 ký tự, có chữ số, chữ hoa, chữ thường và một ký tự trong !@#$%^&*()_',
				'Ghi nhớ ở chỗ kín của riêng mình, không ghi lên vỏ máy.'
			]
		}),
		resident(
			'sign-in',
			'Đăng nhập một lần',
			'Bấm “Đăng nhập”, tự nhập số định danh và mật khẩu mới.',
			[
				usual('level', 'in', 'Đăng nhập được', solved('B4.5'), ...SIGNED_IN),
				to('try-later', 'failed', 'Chưa đăng nhập được')
			],
			{ from: [at('003', 'L')], ...labels('Đăng nhập') }
		),
		askLevel('done'),
		end(
			'done',
			'success',
			'Đăng nhập lại được',
			'Xong. Nhắc: nên đổi mật khẩu sáu tháng một lần, không cho ai biết.',
			'Đã đặt mật khẩu mới và đăng nhập.',
			[],
			{
				from: [at('001', 'A3.4 C10')]
			}
		),
		end('passcode', 'later', 'Quên passcode', 'Chuyển sang hướng dẫn lấy lại passcode.', 'Quên passcode sáu số.', [], {
			from: [PASSCODE],
			...links(['P15-forgot-passcode', 'Lấy lại passcode'])
		}),
		end(
			'wrong-number',
			'referred',
			'Số không đúng',
			'Có thể đã đổi số, hoặc chưa có tài khoản. Ra Công an xã/phường hỏi.',
			'Số điện thoại hoặc số định danh không khớp tài khoản.',
			[refer('wardPolice', 'Không lấy lại được mật khẩu: số không khớp')],
			{
				from: [at('003', 'L nguyên nhân 3')],
				...links(['P15-change-number', 'Đổi số điện thoại'])
			}
		),
		end(
			'locked',
			'referred',
			'Tài khoản bị khóa',
			`Người dân ra Công an xã/phường hoặc gọi tổng đài ${HOTLINE}.`,
			'Tài khoản đang bị khóa.',
			[refer('wardPolice', 'Tài khoản bị khóa')],
			{
				from: [LOCK_SOURCE],
				wardConfirms: [HOTLINE],
				...links(['P15-lock', 'Khóa và mở khóa'])
			}
		)
	]
);

export const P15_PASSCODE = guide(
	{
		id: 'P15-forgot-passcode',
		topic: 'keep',
		title: 'Quên passcode sáu số',
		summary: 'Mở một tiện ích, bấm quên passcode, nhận mã, đặt sáu số mới.',
		minutes: 4,
		from: [PASSCODE],
		keywords: ['quên passcode', 'quên mã 6 số', 'quên mã sáu số', 'mã pin'],
		entry: { states: ['l1Active', 'l2Active', 'l1LoggedIn', 'l2LoggedIn'] }
	},
	[
		volunteer(
			'which',
			'Đăng nhập được không?',
			'Muốn đặt lại passcode phải đăng nhập được VNeID.',
			[
				usual('open', 'in', 'Đăng nhập được, chỉ quên passcode', met('B4.6')),
				to('password', 'no', 'Không đăng nhập được', met('B4.5'))
			],
			{ from: [PASSCODE] }
		),
		resident(
			'open',
			'Mở một tiện ích',
			'Bấm một tiện ích bất kỳ. Khi máy hỏi passcode, bấm “Quên passcode”.',
			[usual('otp', 'asked', 'Máy gửi mã về tin nhắn'), to('other', 'missing', 'Không thấy chữ này')],
			{ from: [PASSCODE], ...labels('Quên passcode') }
		),
		...codeSteps('passcode', 'Mã đúng, máy hỏi passcode mới', [PASSCODE, at('000', '§5 B3')]),
		resident(
			'passcode',
			'Đặt sáu số mới',
			'Tự nghĩ và tự nhập đúng 6 chữ số, hai lần. Không dùng ngày sinh, không nói cho ai.',
			[
				usual('done', 'set', 'Máy báo thành công', solved('B4.6'), ...SIGNED_IN),
				to('try-later', 'failed', 'Máy không nhận')
			],
			{ from: [at('002', 'A4.2 B7'), at('003', 'G-II2')] }
		),
		end('done', 'success', 'Đã có passcode mới', 'Mở lại tiện ích vừa rồi để thử.', 'Đã đặt lại passcode.', [], {
			from: [PASSCODE]
		}),
		end('password', 'later', 'Không đăng nhập được', 'Lấy lại mật khẩu trước.', 'Quên mật khẩu đăng nhập.', [], {
			from: [PASSWORD],
			...links(['P15-forgot-password', 'Lấy lại mật khẩu'])
		}),
		end(
			'other',
			'later',
			'Màn hình khác hướng dẫn',
			'Không đoán. Cập nhật VNeID trong kho ứng dụng rồi thử lại, hoặc nhờ quầy Một cửa.',
			'Màn hình không giống hướng dẫn.',
			[again('Thử lại sau khi cập nhật VNeID', 2)],
			{
				from: [PASSCODE]
			}
		)
	]
);
