// Guides that mostly explain: SIM verification of 2026, the social-benefit account, the official manual, activation
// without a smartphone.

import { again, at, end, guide, labels, links, met, refer, resident, solved, to, usual, volunteer } from '../write.ts';
import { codeSteps, otherScreen, SIM_RULE, simShop } from './parts.ts';

export const SIM = guide(
	{
		id: 'sim-verification',
		topic: 'keep',
		title: 'Xác thực SIM 2026',
		summary: 'SIM phải chính chủ và được xác thực. Ai có mức 2 với cùng số thì không phải làm lại.',
		minutes: 5,
		since: '2026-04-15',
		from: [SIM_RULE],
		keywords: ['sim chính chủ', 'xác thực thuê bao', 'khóa sim', 'khóa một chiều', 'nhà mạng']
	},
	[
		volunteer(
			'same',
			'Có mức 2 với đúng số này chưa?',
			'Ai đã có mức 2 đăng ký bằng chính số đang dùng thì không phải xác thực lại.',
			[usual('state', 'no', 'Chưa, hoặc khác số'), to('no-need', 'yes', 'Có mức 2, đúng số này')],
			{ from: [SIM_RULE], read: 'Đã có mức 2 bằng chính số này thì không phải xác thực lại SIM.' }
		),
		volunteer(
			'state',
			'SIM đang thế nào?',
			'Hỏi còn gọi đi được không. Từ 15/04/2026 bắt đầu xác thực; sau 15/06/2026 SIM chưa xác thực bị khóa dần: một chiều, hai chiều, rồi cắt.',
			[
				usual('how', 'works', 'Vẫn dùng bình thường'),
				to('how', 'one-way', 'Không gọi đi được', met('B3.5')),
				to('shop', 'cut', 'Mất sóng hẳn', met('B3.5')),
				to('shop', 'other-name', 'SIM đứng tên người khác', met('B3.2'))
			],
			{ from: [SIM_RULE] }
		),
		volunteer(
			'how',
			'Xác thực bằng cách nào?',
			'Ba cách: ứng dụng của nhà mạng, VNeID, hoặc cửa hàng. Người dân tự làm, không đọc mã cho ai.',
			[
				usual('done', 'app', 'Làm xong trên ứng dụng nhà mạng hoặc VNeID', solved('B3.5')),
				to('shop', 'shop', 'Ra cửa hàng'),
				to('scam', 'caller', 'Có người gọi bảo xác thực hộ')
			],
			{ from: [SIM_RULE], notes: ['Mỗi nhà mạng có màn hình riêng: chỉ dùng ứng dụng tải từ kho.'] }
		),
		end(
			'done',
			'success',
			'SIM đã xác thực',
			'Số này dùng được cho VNeID.',
			'SIM đã chính chủ và đã xác thực.',
			[solved('B3.2')],
			{ from: [SIM_RULE], ...links(['P5', 'Kích hoạt tài khoản']) }
		),
		end(
			'no-need',
			'success',
			'Không phải làm lại',
			'SIM này đã được tính là xác thực.',
			'Mức 2 cùng số, không phải xác thực lại.',
			[],
			{ from: [SIM_RULE] }
		),
		{ ...simShop(), id: 'shop' },
		end(
			'scam',
			'declined',
			'Không làm theo',
			'Nhà mạng không gọi điện xin mã để xác thực hộ.',
			'Có người giả nhà mạng.',
			[],
			{ from: [at('001', 'A3.4 C22')], ...links(['P16-scam', 'Lá chắn lừa đảo']) }
		)
	]
);

const BENEFIT = at('web', 'vnexpress 4933688; cafef 188260304130914905');

export const SOCIAL_BENEFIT = guide(
	{
		id: 'social-benefit-account',
		topic: 'services',
		title: 'Tài khoản hưởng an sinh xã hội (chỉ giải thích)',
		summary: 'Nơi Nhà nước chuyển tiền hỗ trợ. Tình nguyện viên chỉ giải thích, không thao tác ngân hàng.',
		minutes: 3,
		since: '2025-09-02',
		from: [BENEFIT],
		keywords: ['an sinh xã hội', 'quà 2/9', 'quà tết', 'tiền hỗ trợ', 'tài khoản nhận tiền'],
		entry: { states: ['l2LoggedIn'] }
	},
	[
		volunteer(
			'explain',
			'Để làm gì?',
			'Người có mức 2 khai một tài khoản của mình để nhận tiền hỗ trợ. Quà 02/09/2025 và Tết 2026 đã trả qua cách này; chủ hộ có thể nhận cho cả nhà.',
			[
				usual('where', 'wants', 'Muốn xem ở đâu'),
				to('no-level-2', 'no-level-2', 'Chưa có mức 2'),
				to('link', 'link', 'Nhận được đường dẫn nhận quà'),
				to('enough', 'enough', 'Hiểu rồi, chưa cần')
			],
			{
				from: [BENEFIT],
				notes: ['Không hỏi, không nhìn, không ghi số tài khoản. Không hướng dẫn thao tác ngân hàng.']
			}
		),
		resident(
			'where',
			'Mục này ở đâu',
			'Đăng nhập VNeID, mở “An sinh xã hội”, chọn “Tài khoản hưởng an sinh xã hội”. Phần sau tự đọc và tự làm.',
			'enough',
			{
				from: [BENEFIT],
				...labels('An sinh xã hội', 'Tài khoản hưởng an sinh xã hội'),
				read: 'Mở “An sinh xã hội”, chọn “Tài khoản hưởng an sinh xã hội”. Tự đọc, tự làm, không cho ai xem số tài khoản.'
			}
		),
		end(
			'enough',
			'success',
			'Đã giải thích',
			'Cần giúp thêm thì gặp ngân hàng của mình.',
			'Đã giải thích tài khoản an sinh xã hội.',
			[],
			{ from: [BENEFIT] }
		),
		end('no-level-2', 'later', 'Cần mức 2', 'Làm mức 2 trước.', 'Chưa có mức 2.', [], {
			from: [BENEFIT],
			...links(['P4-level2', 'Đăng ký mức 2 tại Công an'])
		}),
		end(
			'link',
			'declined',
			'Không bấm đường dẫn',
			'Đường dẫn nhận quà là lừa đảo. Chỉ vào từ VNeID.',
			'Có đường dẫn nhận quà giả.',
			[],
			{
				from: [at('web', 'cafef 188260125190744879')],
				read: 'Không bấm đường dẫn nhận quà. Chỉ vào từ VNeID.',
				...links(['P16-scam', 'Lá chắn lừa đảo'])
			}
		)
	]
);

export const P17 = guide(
	{
		id: 'P17-official-manual',
		topic: 'services',
		title: 'Tài liệu chính thức về VNeID',
		summary: 'Chỉ lấy ở trang https://vneid.gov.vn.',
		minutes: 2,
		since: '2024-01-31',
		from: [at('004', 'G')],
		keywords: ['tài liệu', 'hướng dẫn sử dụng', 'vneid.gov.vn', 'sách hướng dẫn']
	},
	[
		resident(
			'open',
			'Mở trang chính thức',
			'Tự gõ https://vneid.gov.vn trên trình duyệt, tìm mục hướng dẫn.',
			[usual('done', 'found', 'Thấy tài liệu'), to('not-found', 'not-found', 'Không thấy, hoặc trang khác')],
			{
				from: [at('004', 'G', 'U')],
				notes: [
					'Không dùng đường dẫn tới từng tệp trong tài liệu cũ: nhiều đường dẫn đã hỏng.',
					'Mã QR dán ở nơi công cộng: xem địa chỉ hiện ra có đúng không rồi mới mở.'
				]
			}
		),
		end(
			'done',
			'success',
			'Đã mở tài liệu',
			'Tài liệu trên trang chính thức mới hơn tờ in.',
			'Đã mở tài liệu chính thức.',
			[],
			{ from: [at('004', 'G')] }
		),
		end(
			'not-found',
			'later',
			'Không thấy',
			'Dùng hướng dẫn trong ứng dụng này, hoặc hỏi quầy Một cửa.',
			'Không tìm thấy tài liệu.',
			[],
			{ from: [at('004', 'G')] }
		)
	]
);

const WEB = at('web', 'kích hoạt trên vneid.gov.vn (2023)', 'U');

export const WEB_ACTIVATION = guide(
	{
		id: 'web-activation',
		topic: 'account',
		title: 'Kích hoạt trên máy tính (kiểm tra lại)',
		summary: 'Cho người không có điện thoại thông minh. Cách này có từ 2023, nay chưa rõ còn dùng được không.',
		minutes: 10,
		since: '2023-01-01',
		from: [WEB],
		keywords: ['điện thoại bấm phím', 'kích hoạt trên web', 'không có điện thoại thông minh', 'máy tính'],
		entry: { states: ['l1Approved', 'l2Approved'], phone: { smartphone: false } }
	},
	[
		volunteer(
			'ready',
			'Đang ở đâu?',
			'Làm ở máy tính của quầy Một cửa là tốt nhất. Phải có tin nhắn phê duyệt và máy nhận được tin.',
			[usual('open', 'computer', 'Có máy tính, có mạng'), to('desk', 'no-computer', 'Không có máy tính', met('B2.1'))],
			{ from: [WEB] }
		),
		resident(
			'open',
			'Mở trang',
			'Tự gõ https://vneid.gov.vn, bấm “Kích hoạt tài khoản”.',
			[usual('type', 'found', 'Thấy chữ này'), to('other-screen', 'other', 'Không thấy')],
			{ from: [WEB], ...labels('Kích hoạt tài khoản') }
		),
		resident(
			'type',
			'Nhập số',
			'Tự nhập số định danh và số điện thoại đã khai, bấm “Gửi yêu cầu”.',
			[usual('otp', 'code', 'Có mã gửi về điện thoại'), to('other-screen', 'other', 'Trang báo khác')],
			{ from: [WEB], ...labels('Gửi yêu cầu') }
		),
		...codeSteps('secrets', 'Mã đúng', [WEB]),
		resident(
			'secrets',
			'Đặt mật khẩu và passcode',
			'Tự đặt mật khẩu 8–20 ký tự và passcode 6 số, chọn hai câu hỏi bảo mật. Đăng xuất khi xong.',
			[usual('done', 'active', 'Trang báo đã kích hoạt'), to('try-later', 'failed', 'Chưa xong')],
			{ from: [WEB] }
		),
		end(
			'done',
			'success',
			'Đã kích hoạt',
			'Ghi là đã kích hoạt; muốn tính là xong còn cần một lần đăng nhập trên điện thoại thông minh.',
			'Đã kích hoạt trên trang web.',
			[again('Hỏi có máy để đăng nhập chưa', 14)],
			{ from: [WEB] }
		),
		end(
			'desk',
			'referred',
			'Ra quầy Một cửa',
			'Đến {deskPlace}, vào {deskHours}, mang điện thoại có SIM đã khai.',
			'Không có máy tính.',
			[refer('oneStopDesk', 'Không có điện thoại thông minh')],
			{ from: [at('003', 'L8')] }
		),
		otherScreen()
	]
);
