// P4: level 2, in person at any commune police. A volunteer prepares, books and accompanies; only the police issue.

import {
	again,
	at,
	end,
	guide,
	labels,
	links,
	met,
	officer,
	refer,
	resident,
	rises,
	to,
	usual,
	volunteer
} from '../write.ts';

const PLACE = at('web', 'plo.vn post795976; 24h.com.vn c55a1687387 (08/2025)');
const TK01 = at('web', 'tờ khai TK01 (09/2026)', 'S');
const BEFORE = [
	'unknown',
	'noCard',
	'cardInProgress',
	'hasCard',
	'appAccount',
	'l1Submitted',
	'l1Approved',
	'l1Active',
	'l1LoggedIn'
] as const;
const BRING = ['Thẻ căn cước hoặc CCCD còn hạn', 'Điện thoại có SIM chính chủ', 'Giấy tờ muốn tích hợp'];

export const P4 = guide(
	{
		id: 'P4-level2',
		topic: 'start',
		title: 'Đăng ký mức 2 tại Công an',
		summary: 'Đến Công an xã/phường bất kỳ, mang thẻ căn cước còn hạn và điện thoại chính chủ. Không mất phí.',
		minutes: 5,
		from: [PLACE, at('001', 'A3.2a'), at('001', 'A3.4 C19')],
		keywords: ['mức 2', 'công an', 'đặt lịch', 'giờ làm việc', 'TK01', 'giấy tờ cần mang'],
		entry: { states: ['noCard', 'hasCard', 'appAccount', 'l1LoggedIn'], ages: { from: 14 } }
	},
	[
		volunteer(
			'who',
			'Ai làm, đi được không?',
			'Làm ở Công an xã/phường nào cũng được, không cần đúng nơi thường trú.',
			[
				usual('card', 'self', 'Tự đến được'),
				to('home-visit', 'bedridden', 'Ốm yếu, không đi được', met('B6.5')),
				to('away', 'away', 'Đang ở xa', met('B1.1')),
				to('child', 'child', 'Dưới 14 tuổi hoặc người được giám hộ', met('B5.4')),
				to('foreigner', 'foreigner', 'Người nước ngoài', met('B5.5')),
				to('done-already', 'done', 'Đã làm tại Công an rồi')
			],
			{
				from: [PLACE],
				redirects: [
					{ when: { groups: ['foreigner'] }, to: 'foreigner' },
					{ when: { groups: ['dependent'] }, to: 'child' },
					{ when: { ages: { below: 14 } }, to: 'child' },
					{ when: { states: ['l2Submitted'] }, to: 'done-already' }
				]
			}
		),
		volunteer(
			'card',
			'Có thẻ còn hạn không?',
			'Chưa có, mất hoặc hết hạn thì làm thẻ và mức 2 trong một lần.',
			[
				usual('papers', 'valid', 'Có thẻ còn hạn'),
				to('papers-new-card', 'none', 'Chưa có, mất hoặc hết hạn', met('B5.1'))
			],
			{ from: [at('001', 'A3.2a'), at('002', 'A2.1')] }
		),
		volunteer('papers', 'Mang theo những gì', 'Đọc cho người dân ghi, hoặc gửi danh sách này.', 'when', {
			terms: ['term-integrate', 'term-own-name-sim'],
			from: [at('001', 'A3.2a'), at('001', 'A4.2'), PLACE],
			notes: [
				'Thẻ căn cước hoặc CCCD gắn chip còn hạn.',
				'Điện thoại có SIM chính chủ; thư điện tử có thì khai, không có cũng được.',
				'Bằng lái, đăng ký xe, thẻ BHYT… nếu muốn tích hợp.',
				'Không cần bản sao, không cần công chứng. Không mất phí.'
			],
			read: 'Mang thẻ căn cước còn hạn, điện thoại có SIM chính chủ, và giấy tờ muốn tích hợp. Không mất phí.',
			...links(['papers-level2', 'Gửi danh sách giấy tờ'])
		}),
		volunteer(
			'papers-new-card',
			'Làm thẻ và mức 2 cùng lúc',
			'Mang thẻ cũ (nếu còn) và điện thoại có SIM chính chủ. Nói với cán bộ là làm cả hai.',
			'when',
			{
				from: [at('001', 'A3.2a'), at('web', 'TK01: chưa có thẻ thì làm cùng lúc', 'S')],
				read: 'Mang thẻ cũ nếu còn và điện thoại có SIM chính chủ. Nói với cán bộ: làm thẻ và mức 2 cùng lúc.',
				...links(['card-procedures', 'Làm thẻ căn cước'])
			}
		),
		volunteer(
			'when',
			'Đi khi nào?',
			'Đến {policePlace}, vào {deskHours}.',
			[
				usual('book-desk', 'day', 'Hẹn ngày ra Công an'),
				to('book-app', 'app', 'Đặt lịch trong ứng dụng'),
				to('session', 'session', 'Đợi buổi thu nhận lưu động'),
				to('not-now', 'later', 'Chưa hẹn được hôm nay')
			],
			{ from: [at('001', 'A3.4 C4'), at('003', 'L2')] }
		),
		resident(
			'book-app',
			'Đặt lịch trong VNeID',
			'Đăng nhập VNeID, mở hai mục dưới đây, rồi chọn ngày.',
			[
				usual(
					'booked',
					'booked',
					'Đặt được',
					rises('l2Booked', ['hasCard', 'appAccount', 'l1Active', 'l1LoggedIn', 'l1Approved', 'l1Submitted'])
				),
				to('book-desk', 'failed', 'Không thấy mục, hoặc chưa có tài khoản')
			],
			{
				read: 'Đăng nhập VNeID, mở mục “Đăng ký tài khoản định danh điện tử”, chọn dòng đặt lịch mức 2 và chọn ngày.',
				from: [at('000', '§5 B4', 'U')],
				...labels(
					'Đăng ký tài khoản định danh điện tử',
					'Đặt lịch đăng ký tài khoản định danh điện tử mức 2 (thực hiện trực tiếp tại cơ quan Công an)'
				)
			}
		),
		end(
			'booked',
			'later',
			'Đã đặt lịch',
			'Ghi ngày giờ vào phiếu cho người dân.',
			'Đã đặt lịch mức 2.',
			[{ kind: 'appointment', place: 'wardPolice', words: 'Đến Công an làm mức 2', bring: BRING }],
			{ from: [at('001', 'A3.4 C4')], ...links(['papers-level2', 'Giấy tờ cần mang']) }
		),
		end(
			'book-desk',
			'later',
			'Hẹn ra Công an',
			'Chọn ngày với người dân, ghi vào phiếu: {policePlace}, vào {deskHours}.',
			'Hẹn ngày làm mức 2.',
			[{ kind: 'appointment', place: 'wardPolice', words: 'Đến Công an làm mức 2', bring: BRING }],
			{
				from: [PLACE],
				read: 'Đến {policePlace}, vào {deskHours}.',
				...links(['papers-level2', 'Giấy tờ cần mang'])
			}
		),
		end(
			'session',
			'later',
			'Đợi buổi lưu động',
			'Ghi tên vào danh sách buổi thu nhận lưu động của phường.',
			'Đợi buổi thu nhận lưu động.',
			[{ kind: 'appointment', place: 'mobileSession', words: 'Buổi thu nhận lưu động mức 2', bring: BRING }],
			{ from: [at('003', 'L2')], ...links(['papers-level2', 'Giấy tờ cần mang']) }
		),
		end(
			'not-now',
			'later',
			'Chưa hẹn được',
			'Để lại tờ giấy ghi nơi, giờ và giấy tờ cần mang.',
			'Chưa hẹn ngày làm mức 2.',
			[again('Hỏi lại ngày đi làm mức 2', 7)],
			{
				from: [PLACE]
			}
		),
		end(
			'home-visit',
			'referred',
			'Xin làm tại nhà',
			'Nhờ Công an xã/phường xếp buổi làm tại nhà hoặc lưu động. Chỉ ghi là cần hỗ trợ tại nhà, không ghi bệnh.',
			'Cần làm mức 2 tại nhà.',
			[refer('wardPolice', 'Cần hỗ trợ mức 2 tại nhà')],
			{
				from: [at('003', 'L2')]
			}
		),
		end(
			'away',
			'later',
			'Làm ở nơi đang ở',
			'Người đi xa làm mức 2 tại Công an xã/phường nơi đang ở. Về quê dịp lễ Tết làm cũng được.',
			'Sẽ làm mức 2 ở nơi đang ở.',
			[],
			{
				from: [PLACE],
				read: 'Làm mức 2 tại Công an xã/phường nơi đang ở.',
				...links(['papers-level2', 'Giấy tờ cần mang'])
			}
		),
		end(
			'child',
			'later',
			'Có người đại diện đi cùng',
			'Cha, mẹ hoặc người giám hộ có mức 2 đi cùng, dùng số điện thoại của người đại diện.',
			'Làm qua người đại diện.',
			[],
			{
				from: [at('web', 'TK01, người dưới 14 tuổi (09/2026)', 'S')],
				...links(['child-6-13', 'Trẻ từ 6 đến dưới 14 tuổi'], ['guardianship', 'Người được giám hộ'])
			}
		),
		end(
			'foreigner',
			'referred',
			'Người nước ngoài',
			'Làm tại Phòng Quản lý xuất nhập cảnh, Công an tỉnh/thành phố.',
			'Người nước ngoài làm ở cơ quan khác.',
			[refer('immigration', 'Người nước ngoài đăng ký tài khoản định danh')],
			{
				from: [at('web', 'mps.gov.vn d23-t45813')],
				...links(['foreigners', 'Người nước ngoài'])
			}
		),
		officer(
			'done-already',
			'Tại quầy Công an',
			'Cán bộ đối chiếu khuôn mặt và vân tay, người dân khai số điện thoại, ký tờ khai TK01 do máy in ra.',
			[
				usual(
					'submitted',
					'signed',
					'Đã ký, chờ kết quả',
					rises('l2Submitted', [...BEFORE, 'l2Booked', 'cardExpired'], 'declared')
				),
				to(
					'approved',
					'approved',
					'Đã có tin nhắn phê duyệt',
					rises('l2Approved', [...BEFORE, 'l2Booked', 'l2Submitted'])
				),
				to('mismatch', 'mismatch', 'Cán bộ báo thông tin sai lệch', met('B5.2'))
			],
			{
				terms: ['term-level-2'],
				from: [at('001', 'A3.4 C18'), TK01],
				notes: ['Không lưu bản sao, không cần công chứng, không thu phí.']
			}
		),
		end(
			'submitted',
			'later',
			'Chờ kết quả',
			'Kết quả báo qua ứng dụng, điện thoại hoặc thư điện tử. Có tin thì kích hoạt trong 7 ngày.',
			'Hồ sơ mức 2 đang chờ duyệt.',
			[again('Đến lại xem đã có tin nhắn phê duyệt chưa', 7)],
			{
				from: [
					at('web', 'hoatieu.vn 217534: có thẻ 3, chưa có thẻ 7 ngày làm việc (NĐ 59/2022)', 'U'),
					at('law', 'NĐ 69/2024/NĐ-CP Đ.14')
				],
				notes: ['Thường 1–7 ngày làm việc; cần biết chắc thì hỏi Công an xã/phường.'],
				read: 'Chờ tin nhắn báo đã được duyệt. Có tin thì kích hoạt trong 7 ngày.',
				...links(['P5', 'Kích hoạt tài khoản'])
			}
		),
		end('approved', 'success', 'Đã được duyệt', 'Kích hoạt ngay hôm nay.', 'Mức 2 đã được duyệt.', [], {
			from: [at('law', 'NĐ 69/2024/NĐ-CP Đ.14')],
			...links(['P5', 'Kích hoạt tài khoản'])
		}),
		end(
			'mismatch',
			'referred',
			'Thông tin sai lệch',
			'Làm theo lời cán bộ. Giấy khai sinh sai thì gặp Tư pháp – Hộ tịch.',
			'Thông tin cần được sửa trước.',
			[{ kind: 'dataFlag', code: 'DF-02' }, refer('wardPolice', 'Thông tin không khớp dữ liệu dân cư')],
			{
				from: [at('003', 'L3'), at('003', 'L6')]
			}
		)
	]
);
