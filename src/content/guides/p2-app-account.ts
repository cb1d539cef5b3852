// P2: an account in the app, not yet identified. "Không đạt" twice means that the data differ: a flag, not a third try.

import {
	at,
	end,
	flag,
	guide,
	labels,
	links,
	met,
	refer,
	resident,
	rises,
	shows,
	to,
	usual,
	volunteer
} from '../write.ts';
import { codeSteps, otherScreen } from './parts.ts';

const FORM = [at('002', 'A4.2 B3'), at('003', 'G-I3'), at('000', '§5 B1–3')];

export const P2 = guide(
	{
		id: 'P2-app-account',
		topic: 'start',
		title: 'Đăng ký tài khoản ứng dụng',
		summary: 'Tạo tài khoản trong VNeID. Chưa phải định danh: sau đó còn mức 1 hoặc mức 2.',
		minutes: 8,
		since: '2022-07-18',
		from: FORM,
		keywords: ['đăng ký', 'không quét được', 'không đạt', 'thiết lập mật khẩu', 'OTP'],
		entry: { states: ['hasCard'], phone: { smartphone: true, internet: true, ownSim: true }, ages: { from: 14 } }
	},
	[
		volunteer(
			'ready',
			'Chuẩn bị',
			'Cần thẻ còn hạn, máy đã cài VNeID, SIM chính chủ cắm trong máy này. Người dân cầm máy và tự nhập.',
			[
				usual('register', 'all', 'Đủ cả'),
				to('not-installed', 'not-installed', 'Máy chưa có VNeID'),
				to('sign-in', 'has-account', 'Đã có tài khoản, chỉ cần đăng nhập'),
				to('not-ready', 'lacks', 'Còn thiếu thẻ, máy hoặc SIM')
			],
			{ from: [at('000', '§5'), at('001', 'A3.4 C5')], notes: ['Mở được màn hình đầu của VNeID là đã cài đúng.'] }
		),
		resident(
			'register',
			'Bấm đăng ký',
			'Mở VNeID. Ở góc dưới bên phải, bấm “Đăng ký”.',
			[usual('numbers', 'form', 'Hiện ô nhập số'), to('other-screen', 'other', 'Không thấy chữ này')],
			{
				from: FORM,
				...labels('Đăng ký')
			}
		),
		resident(
			'numbers',
			'Nhập số định danh và số điện thoại',
			'Tự nhập “Số định danh cá nhân” (12 chữ số trên thẻ) và “Số điện thoại”. Bấm “Đăng ký”.',
			[
				usual('qr', 'frame', 'Hiện khung quét mã QR'),
				to('number-taken', 'taken', 'Máy báo số đã dùng cho người khác', met('B3.4'))
			],
			{ from: FORM, ...labels('Số định danh cá nhân', 'Số điện thoại', 'Đăng ký') }
		),
		resident(
			'qr',
			'Quét mã QR trên thẻ',
			'Đưa mã QR trên thẻ vào giữa khung, giữ yên.',
			[
				usual('send', 'filled', 'Máy tự điền thông tin'),
				shows('Không quét được QRCode', to('manual', 'failed', 'Quét ba lần không được: bấm chữ này', met('B2.4'))),
				shows('Không quét được QR code?', to('manual', 'failed-new', 'Màn hình ghi thế này: bấm vào', met('B2.4'))),
				to('camera', 'blurred', 'Hình trong khung bị mờ')
			],
			{
				terms: ['term-scan-qr', 'term-id-card'],
				from: FORM,
				notes: [
					'CCCD gắn chip: mã ở mặt trước. Thẻ căn cước mới: mã ở mặt sau.',
					'Lau ống kính và mặt thẻ, tránh bóng đèn loáng.'
				]
			}
		),
		volunteer(
			'camera',
			'Làm cho camera rõ hơn',
			'Lau ống kính, ra chỗ sáng, đưa thẻ xa ra một gang tay rồi lại gần.',
			[usual('qr', 'retry', 'Quét lại'), to('manual', 'manual', 'Vẫn mờ, nhập tay', met('B2.3'))],
			{ from: [at('003', 'L nguyên nhân 2')], limit: { times: 2, to: 'manual' } }
		),
		resident('manual', 'Nhập tay', 'Nhìn thẻ, tự điền các ô còn trống cho đúng từng chữ.', 'send', {
			from: FORM,
			notes: ['Họ tên viết có dấu, ngày sinh đúng như trên thẻ.']
		}),
		resident(
			'send',
			'Gửi để đối chiếu',
			'Xem lại thông tin, bấm “Đăng ký”. Hệ thống đối chiếu với dữ liệu dân cư.',
			[
				{ ...shows('Đạt', to('otp', 'pass', 'Thông tin khớp, có mã gửi về máy')), usual: true },
				shows('Không đạt', to('compare', 'fail', 'Máy báo sửa lại thông tin'))
			],
			{ from: FORM, ...labels('Đăng ký') }
		),
		volunteer(
			'compare',
			'So lại với thẻ',
			'Cùng người dân so từng ô với thẻ: số, họ tên, ngày sinh, giới tính. Chỉ thử lại một lần.',
			[
				usual('send', 'fixed', 'Đã thấy chỗ nhập sai, gửi lại'),
				to('mismatch', 'same', 'Nhập đúng như thẻ mà vẫn báo sai')
			],
			{ from: FORM, limit: { times: 1, to: 'mismatch' } }
		),
		...codeSteps('password', 'Mã đúng, máy hỏi mật khẩu mới', [at('000', '§5 B3'), at('002', 'A4.2 B3')]),
		resident('password', 'Thiết lập mật khẩu', 'Tự nghĩ mật khẩu, tự nhập hai lần, bấm “Xác nhận”.', 'sign-in', {
			terms: ['term-password'],
			from: [at('000', '§5 B3'), at('web', 'phunutoday d371723')],
			...labels('Thiết lập mật khẩu', 'Xác nhận'),
			notes: [
				'Từ 8 đến 20 ký tự.',
				'Có chữ số, chữ hoa và chữ thường.',
				'Có ít nhất một ký tự trong !@#$%^&*()_',
				'Không dùng ngày sinh, không nói cho ai. Tình nguyện viên quay mặt đi.'
			],
			read: 'Tự đặt mật khẩu: 8–20 ký tự, có chữ số, chữ hoa, chữ thường và một ký tự như ! @ #. Không nói cho ai.'
		}),
		resident(
			'sign-in',
			'Đăng nhập thử',
			'Bấm “Bạn đã có tài khoản? Đăng nhập”. Tự nhập số định danh và mật khẩu.',
			[
				usual('done', 'in', 'Vào được ứng dụng', rises('appAccount', ['unknown', 'hasCard'])),
				shows('Quên mật khẩu', to('forgot', 'forgot', 'Không nhớ mật khẩu')),
				to('activate', 'activate', 'Máy đòi kích hoạt')
			],
			{ from: [at('002', 'A4.2 B4')], ...labels('Bạn đã có tài khoản? Đăng nhập', 'Đăng nhập') }
		),
		end(
			'done',
			'success',
			'Đã có tài khoản ứng dụng',
			'Đây mới là tài khoản ứng dụng. Nên làm mức 2 tại Công an; mức 1 làm ngay trên máy.',
			'Đã có tài khoản ứng dụng, chưa định danh.',
			[],
			{
				from: FORM,
				...links(['P4-level2', 'Đăng ký mức 2 tại Công an'], ['P3-level1', 'Đăng ký mức 1 trên ứng dụng'])
			}
		),
		end(
			'mismatch',
			'referred',
			'Thông tin không khớp',
			'Dừng, không thử nữa. Người dân mang thẻ và giấy khai sinh (nếu có) đến Công an xã/phường đối chiếu.',
			'Thông tin trên thẻ và dữ liệu dân cư không khớp.',
			[met('B5.2'), flag('DF-02'), refer('wardPolice', 'Thông tin không khớp dữ liệu dân cư')],
			{
				from: [at('003', 'L3')],
				notes: ['Không chụp giấy tờ. Không hứa đổi thẻ: Công an xem rồi mới biết.'],
				read: 'Thông tin chưa khớp. Mang thẻ và giấy khai sinh đến Công an xã/phường để được đối chiếu.'
			}
		),
		end(
			'number-taken',
			'referred',
			'Số đã gắn tài khoản khác',
			'Một số điện thoại cho một người. Dùng số khác đứng tên mình, hoặc ra Công an xã/phường gỡ số này.',
			'Số điện thoại đã gắn tài khoản của người khác.',
			[refer('wardPolice', 'Số điện thoại đã gắn tài khoản của người khác')],
			{ from: [at('001', 'A3.4 C20'), at('web', 'hỏi đáp 22/04/2026', 'S')] }
		),
		end('not-installed', 'later', 'Máy chưa có VNeID', 'Cài từ kho ứng dụng trước.', 'Phải cài VNeID trước.', [], {
			from: [at('002', 'A4.2 B1')],
			...links(['P1-install', 'Cài VNeID'])
		}),
		end('not-ready', 'later', 'Còn thiếu', 'Kiểm tra từng thứ một rồi quay lại.', 'Chưa đủ điều kiện để đăng ký.', [], {
			from: [at('000', '§5')],
			...links(['P0-readiness', 'Kiểm tra trước khi làm'])
		}),
		end(
			'forgot',
			'later',
			'Quên mật khẩu',
			'Lấy lại mật khẩu rồi đăng nhập.',
			'Chưa đăng nhập được vì quên mật khẩu.',
			[met('B4.5')],
			{
				from: [at('web', 'dantri 20251203003057624')],
				...links(['P15-forgot-password', 'Lấy lại mật khẩu'])
			}
		),
		end(
			'activate',
			'later',
			'Tài khoản đã được duyệt',
			'Người này đã có hồ sơ định danh. Chuyển sang kích hoạt.',
			'Tài khoản chờ kích hoạt.',
			[],
			{
				from: [at('002', 'A4.2 B6')],
				...links(['P5', 'Kích hoạt tài khoản'])
			}
		),
		otherScreen()
	]
);
