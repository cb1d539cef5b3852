// P3: level 1, in the app. It is limited; who can go to the police should rather take level 2.

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
	rises,
	shows,
	to,
	usual,
	volunteer
} from '../write.ts';
import { otherScreen, tryLater } from './parts.ts';

const STEPS = [at('002', 'A4.2 B5', 'U'), at('003', 'G-I5', 'U'), at('000', '§5 B4–5', 'U')];
const RULE = at('web', 'vnfinance.vn 62933; luatvietnam.vn 98147');

export const P3 = guide(
	{
		id: 'P3-level1',
		topic: 'start',
		title: 'Đăng ký mức 1 (hạn chế)',
		summary: 'Làm ngay trên ứng dụng, nhưng ít tiện ích. Ra được Công an thì nên làm mức 2.',
		minutes: 10,
		from: [RULE, at('002', 'A4.2 B5')],
		keywords: ['mức 1', 'đọc chip', 'NFC', 'chân dung'],
		entry: { states: ['appAccount'], phone: { smartphone: true, internet: true, camera: true }, ages: { from: 14 } }
	},
	[
		volunteer(
			'choose',
			'Mức 1 hay mức 2?',
			'Mức 1 làm trên máy, dùng được ít. Mức 2 làm tại Công an xã/phường, dùng được đầy đủ.',
			[
				usual('menu', 'level-1', 'Làm mức 1 hôm nay'),
				to('level-2', 'level-2', 'Sẽ ra Công an làm mức 2'),
				shows('Kiểm tra tình trạng xử lý hồ sơ', to('status', 'status', 'Đã gửi hồ sơ mức 1, xem kết quả'))
			],
			{ terms: ['term-level-1', 'term-level-2'], from: [RULE], ...links(['utilities', 'Mức nào dùng được gì']) }
		),
		resident(
			'menu',
			'Mở mục đăng ký',
			'Đăng nhập VNeID, mở mục “Đăng ký tài khoản định danh điện tử”, chọn dòng mức 1.',
			[usual('intro', 'menu', 'Thấy dòng mức 1'), to('other-screen', 'other', 'Không thấy mục này')],
			{
				from: STEPS,
				...labels(
					'Đăng ký tài khoản định danh điện tử',
					'Đăng ký tài khoản định danh điện tử mức 1 (thực hiện trực tuyến)'
				)
			}
		),
		resident('intro', 'Bắt đầu', 'Bấm “Đăng ký tài khoản mức 1”, “Bắt đầu”, rồi “Tôi đã hiểu”.', 'chip', {
			from: STEPS,
			...labels('Đăng ký tài khoản mức 1', 'Bắt đầu', 'Tôi đã hiểu'),
			see: 'Máy giới thiệu ba bước: đọc chip, chụp chân dung, hoàn tất và gửi.'
		}),
		volunteer(
			'chip',
			'Máy có NFC không?',
			'Có NFC thì đọc chip; không có thì quét mã QR trên thẻ.',
			[usual('read-chip', 'nfc', 'Có NFC'), to('scan-qr', 'qr', 'Không có NFC')],
			{
				terms: ['term-read-chip'],
				from: [at('002', 'A4.2 B5'), at('003', 'G-I5')],
				...links(['nfc-where', 'NFC nằm ở đâu trên máy'])
			}
		),
		resident(
			'read-chip',
			'Đọc chip trên thẻ',
			'Áp thẻ vào lưng máy, giữ yên đến khi máy báo xong.',
			[usual('shown', 'read', 'Máy đọc xong'), to('scan-qr', 'failed', 'Đọc mãi không được')],
			{
				from: STEPS,
				notes: ['Tháo ốp lưng dày. iPhone: áp phần trên máy. Android: thử phần giữa và phần trên.']
			}
		),
		resident(
			'scan-qr',
			'Quét mã QR trên thẻ',
			'Đưa mã QR trên thẻ vào khung.',
			[usual('shown', 'read', 'Thông tin hiện ra'), to('no-way', 'failed', 'Không quét được', met('B2.4'))],
			{
				from: STEPS
			}
		),
		resident(
			'shown',
			'Xem thông tin',
			'Thông tin hiện ra. Đúng thì bấm “Tiếp tục”. Có đoạn phim hướng dẫn thì bấm “Bỏ qua” để đi tiếp.',
			[usual('portrait', 'right', 'Thông tin đúng'), to('wrong-information', 'wrong', 'Thông tin sai', met('B5.2'))],
			{
				from: STEPS,
				...labels('Tiếp tục', 'Bỏ qua')
			}
		),
		resident(
			'portrait',
			'Chụp chân dung',
			'Người dân tự chụp mặt mình bằng camera trước, theo lời nhắc trên máy.',
			[usual('confirm', 'done', 'Máy nhận ảnh'), to('portrait', 'again', 'Máy bảo chụp lại')],
			{
				from: STEPS,
				read: 'Tự chụp mặt mình bằng camera trước. Ra chỗ sáng, bỏ kính và khẩu trang.',
				notes: ['Đây là màn hình của VNeID mở từ kho ứng dụng. Ai bảo nhìn vào camera qua cuộc gọi là lừa đảo.'],
				limit: { times: 3, to: 'try-later' }
			}
		),
		resident(
			'confirm',
			'Kiểm tra và gửi',
			'Xem lại thông tin. Thư điện tử có thì ghi, không có thì để trống. Bấm “Xác nhận thông tin đăng ký”.',
			'sent',
			{
				from: STEPS,
				...labels('Xác nhận thông tin đăng ký'),
				see: 'Máy báo gửi thành công; ứng dụng cần thời gian để kiểm tra.'
			}
		),
		end(
			'sent',
			'later',
			'Đã gửi hồ sơ mức 1',
			'Chờ tin nhắn phê duyệt. Có tin là kích hoạt trong 7 ngày. Thường 1–7 ngày làm việc; cần biết chắc thì hỏi Công an xã/phường.',
			'Hồ sơ mức 1 đang chờ duyệt.',
			[
				rises('l1Submitted', ['unknown', 'hasCard', 'appAccount']),
				again('Đến lại xem đã có tin nhắn phê duyệt chưa', 7)
			],
			{
				from: [at('web', 'hoatieu.vn 217534 (NĐ 59/2022)', 'U')],
				read: 'Chờ tin nhắn báo hồ sơ đã được duyệt. Có tin thì kích hoạt trong 7 ngày.',
				...links(['P5', 'Kích hoạt tài khoản'])
			}
		),
		resident(
			'status',
			'Xem tình trạng hồ sơ',
			'Mở mục “Kiểm tra tình trạng xử lý hồ sơ”.',
			[
				usual(
					'approved',
					'approved',
					'Đã được duyệt',
					rises('l1Approved', ['unknown', 'hasCard', 'appAccount', 'l1Submitted'])
				),
				to('waiting', 'waiting', 'Đang chờ', rises('l1Submitted', ['unknown', 'hasCard', 'appAccount']), met('B4.2')),
				to('refused', 'refused', 'Không được duyệt', met('B5.2'))
			],
			{ from: STEPS, ...labels('Kiểm tra tình trạng xử lý hồ sơ') }
		),
		end(
			'approved',
			'success',
			'Đã được duyệt',
			'Chuyển sang kích hoạt, trong 7 ngày kể từ tin nhắn.',
			'Hồ sơ mức 1 đã được duyệt.',
			[],
			{
				from: [at('002', 'A4.2 B6')],
				...links(['P5', 'Kích hoạt tài khoản'])
			}
		),
		end(
			'waiting',
			'later',
			'Đang chờ duyệt',
			'Hẹn lại. Quá lâu thì ra Công an xã/phường hỏi.',
			'Hồ sơ mức 1 đang chờ duyệt.',
			[again('Đến lại xem đã có tin nhắn phê duyệt chưa', 7)],
			{
				from: [at('web', 'hoatieu.vn 217534 (NĐ 59/2022)', 'U')]
			}
		),
		end(
			'refused',
			'referred',
			'Không được duyệt',
			'Xem lý do trên máy. Làm lại, hoặc ra Công an xã/phường làm mức 2.',
			'Hồ sơ mức 1 không được duyệt.',
			[refer('wardPolice', 'Hồ sơ mức 1 không được duyệt')],
			{
				from: [at('000', '§5 B5')],
				...links(['P4-level2', 'Đăng ký mức 2 tại Công an'])
			}
		),
		end(
			'wrong-information',
			'referred',
			'Thông tin sai',
			'Dừng. Mang thẻ đến Công an xã/phường đối chiếu.',
			'Thông tin hiện ra không đúng.',
			[{ kind: 'dataFlag', code: 'DF-02' }, refer('wardPolice', 'Thông tin không khớp dữ liệu dân cư')],
			{
				from: [at('003', 'L3')]
			}
		),
		end(
			'no-way',
			'referred',
			'Không đọc được thẻ',
			'Ra Công an xã/phường làm mức 2, hỏi luôn việc đổi thẻ.',
			'Không đọc được chip, không quét được mã.',
			[refer('wardPolice', 'Mã trên thẻ không đọc được, làm mức 2')],
			{
				from: [at('003', 'L nguyên nhân 2')],
				...links(['P4-level2', 'Đăng ký mức 2 tại Công an'])
			}
		),
		end('level-2', 'later', 'Chọn mức 2', 'Mức 2 dùng được đầy đủ.', 'Sẽ làm mức 2 tại Công an.', [], {
			from: [RULE],
			...links(['P4-level2', 'Đăng ký mức 2 tại Công an'])
		}),
		tryLater('Đến lại làm mức 1'),
		otherScreen()
	]
);
