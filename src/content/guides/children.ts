// Children and people under guardianship: the representative's level 2 comes first (scenario S11).

import {
	again,
	at,
	end,
	flag,
	guide,
	labels,
	links,
	officer,
	refer,
	resident,
	rises,
	to,
	usual,
	volunteer
} from '../write.ts';
import { otherScreen } from './parts.ts';

const RULE = at('web', 'luatvietnam.vn 98147 (NĐ 69/2024)');
const CARD = at('web', 'vtcnews ar966566; nghean24h a761599');
const DESK = at('web', 'TK01, người dưới 14 tuổi (09/2026)', 'S');
const CONSENT = at('law', 'Luật 91/2025/QH15 Đ.24; plo post888944');
const APP = at('web', 'bản 2.2.6: định danh cho người dưới 14 tuổi; cafef 18826030214023954');

const guardianFirst = (then: string) =>
	volunteer(
		'guardian',
		'Người đại diện có mức 2 chưa?',
		'Cha, mẹ hoặc người giám hộ phải có mức 2 trước. Số điện thoại dùng là của người đại diện.',
		[
			usual(then, 'level-2', 'Có mức 2, đăng nhập được'),
			to('guardian-first', 'level-1', 'Mới có mức 1'),
			to('guardian-first', 'none', 'Chưa có tài khoản')
		],
		{ terms: ['term-guardian'], from: [RULE, at('001', 'A3.4 C5')] }
	);

const guardianEnd = () =>
	end(
		'guardian-first',
		'later',
		'Người đại diện làm mức 2 trước',
		'Hẹn cha, mẹ hoặc người giám hộ làm mức 2, rồi mới làm cho người này.',
		'Người đại diện chưa có mức 2.',
		[
			rises('notEligible', ['unknown', 'noCard', 'hasCard'], 'declared'),
			again('Hỏi người đại diện đã có mức 2 chưa', 7)
		],
		{ from: [RULE], ...links(['P4-level2', 'Đăng ký mức 2 tại Công an']) }
	);

export const UNDER_6 = guide(
	{
		id: 'child-under-6',
		topic: 'family',
		title: 'Trẻ dưới 6 tuổi',
		summary: 'Khai sinh trước, thẻ và tài khoản mức 1 nếu gia đình muốn. Người đại diện làm hết trên mạng.',
		minutes: 8,
		from: [RULE, CARD],
		keywords: ['em bé', 'trẻ em', 'trẻ sơ sinh', 'khai sinh', 'thẻ cho trẻ', 'dưới 6 tuổi'],
		entry: { ages: { below: 6 } }
	},
	[
		volunteer(
			'birth',
			'Đã khai sinh chưa?',
			'Trẻ phải có khai sinh và số định danh trước.',
			[usual('wish', 'yes', 'Đã khai sinh'), to('register-birth', 'no', 'Chưa khai sinh', flag('DF-16'))],
			{ from: [at('001', 'A4.1')] }
		),
		volunteer(
			'wish',
			'Gia đình muốn làm gì?',
			'Thẻ và tài khoản cho trẻ là theo nhu cầu, không bắt buộc.',
			[usual('guardian', 'card', 'Thẻ căn cước hoặc tài khoản mức 1 cho trẻ'), to('no-need', 'nothing', 'Chưa cần')],
			{ from: [RULE, CARD], read: 'Thẻ và tài khoản cho trẻ là theo nhu cầu, không bắt buộc.' }
		),
		guardianFirst('open'),
		resident(
			'open',
			'Người đại diện mở thủ tục',
			'Người đại diện đăng nhập VNeID, mở “Thủ tục hành chính”, chọn “Cấp thẻ căn cước cho người dưới 14 tuổi”.',
			[usual('fill', 'form', 'Hiện tờ khai'), to('other-screen', 'other', 'Không thấy mục này')],
			{ from: [CARD, APP], ...labels('Thủ tục hành chính', 'Cấp thẻ căn cước cho người dưới 14 tuổi') }
		),
		resident(
			'fill',
			'Khai cho trẻ',
			'Người đại diện chọn tên trẻ, xem lại thông tin và gửi. Trẻ dưới 6 tuổi không phải đến, thẻ không có ảnh.',
			'sent',
			{ from: [CARD] }
		),
		end(
			'sent',
			'success',
			'Đã gửi cho trẻ',
			'Theo dõi trong VNeID của người đại diện. Tài khoản trẻ dưới 6 tuổi là mức 1.',
			'Đã gửi đề nghị cho trẻ dưới 6 tuổi.',
			[],
			{
				from: [CARD, RULE],
				...links(['service-bundle-birth', 'Liên thông cho trẻ mới sinh'])
			}
		),
		end(
			'register-birth',
			'referred',
			'Làm khai sinh',
			'Đăng ký khai sinh, nên làm liên thông: khai sinh, thường trú, thẻ BHYT trong một lần.',
			'Trẻ chưa khai sinh.',
			[refer('civilStatus', 'Đăng ký khai sinh cho trẻ')],
			{
				from: [at('001', 'A4.1')],
				...links(['service-bundle-birth', 'Liên thông khai sinh'], ['service-birth-reg', 'Đăng ký khai sinh'])
			}
		),
		end(
			'no-need',
			'declined',
			'Chưa cần',
			'Khi nào cần thì hỏi lại. Thẻ BHYT của trẻ vẫn dùng như thường.',
			'Gia đình chưa có nhu cầu.',
			[],
			{ from: [RULE] }
		),
		guardianEnd(),
		otherScreen()
	]
);

export const FROM_6 = guide(
	{
		id: 'child-6-13',
		topic: 'family',
		title: 'Trẻ từ 6 đến dưới 14 tuổi',
		summary: 'Người đại diện có mức 2 đưa trẻ đến Công an xã/phường lấy vân tay, ảnh. Theo nhu cầu.',
		minutes: 6,
		from: [RULE, CARD],
		keywords: ['trẻ em', 'học sinh', 'thẻ cho trẻ', 'con', 'từ 6 tuổi', 'dưới 14 tuổi'],
		entry: { ages: { from: 6, below: 14 } }
	},
	[
		volunteer(
			'birth',
			'Đã có khai sinh, số định danh?',
			'Chưa có thì làm khai sinh trước.',
			[usual('consent', 'yes', 'Có'), to('register-birth', 'no', 'Chưa khai sinh', flag('DF-16'))],
			{ from: [at('001', 'A4.1')] }
		),
		volunteer(
			'consent',
			'Hỏi cả trẻ',
			'Người đại diện đồng ý. Trẻ từ 7 tuổi thì hỏi cả ý trẻ.',
			[usual('guardian', 'yes', 'Đồng ý'), to('no-need', 'no', 'Không, hoặc chưa cần')],
			{ from: [CONSENT], read: 'Làm thẻ và tài khoản cho trẻ là theo nhu cầu. Trẻ từ 7 tuổi được hỏi ý.' }
		),
		guardianFirst('what'),
		volunteer(
			'what',
			'Làm gì trước?',
			'Thẻ trước, tài khoản sau; cùng một chuyến làm được cả hai.',
			[
				usual('book', 'both', 'Chưa có thẻ: làm thẻ và tài khoản'),
				to('book', 'account', 'Đã có thẻ: chỉ làm tài khoản'),
				to('at-desk', 'at-desk', 'Đang ở Công an')
			],
			{ from: [RULE, CARD] }
		),
		officer(
			'at-desk',
			'Tại Công an xã/phường',
			'Cán bộ lấy vân tay, ảnh của trẻ. Người đại diện khai, dùng số điện thoại chính chủ của mình.',
			[usual('submitted', 'done', 'Đã nộp, chờ kết quả'), to('book', 'not-today', 'Hôm nay chưa làm được')],
			{ from: [CARD, DESK] }
		),
		end(
			'submitted',
			'later',
			'Chờ kết quả',
			'Kết quả về VNeID của người đại diện.',
			'Đã nộp cho trẻ.',
			[again('Xem kết quả của trẻ', 7)],
			{
				from: [DESK]
			}
		),
		end(
			'book',
			'later',
			'Hẹn đưa trẻ đến',
			'Trẻ phải đến cùng người đại diện: {policePlace}, vào {deskHours}.',
			'Hẹn đưa trẻ đến Công an.',
			[
				{
					kind: 'appointment',
					place: 'wardPolice',
					words: 'Đưa trẻ đến làm thẻ, tài khoản',
					bring: [
						'Thẻ căn cước của người đại diện',
						'Điện thoại chính chủ của người đại diện',
						'Giấy khai sinh của trẻ'
					]
				}
			],
			{
				from: [CARD],
				read: 'Đưa trẻ đến Công an xã/phường, mang thẻ và điện thoại của người đại diện.',
				...links(['papers-child', 'Giấy tờ cho trẻ'])
			}
		),
		end(
			'register-birth',
			'referred',
			'Làm khai sinh trước',
			'Gặp Tư pháp – Hộ tịch xã/phường.',
			'Trẻ chưa khai sinh.',
			[refer('civilStatus', 'Đăng ký khai sinh cho trẻ')],
			{ from: [at('001', 'A4.1')] }
		),
		end('no-need', 'declined', 'Chưa cần', 'Khi nào cần thì hỏi lại.', 'Gia đình chưa có nhu cầu.', [], {
			from: [RULE]
		}),
		guardianEnd()
	]
);

export const GUARDIANSHIP = guide(
	{
		id: 'guardianship',
		topic: 'family',
		title: 'Người được giám hộ',
		summary: 'Làm qua người giám hộ có mức 2, cùng đến Công an xã/phường.',
		minutes: 5,
		from: [RULE, at('001', 'A3.4 C5')],
		keywords: ['giám hộ', 'người được giám hộ', 'mất năng lực', 'người phụ thuộc'],
		entry: { groups: ['dependent'] }
	},
	[
		volunteer(
			'proof',
			'Có giấy chứng minh giám hộ không?',
			'Chỉ hỏi có hay không; không hỏi bệnh, không chụp giấy.',
			[usual('guardian', 'yes', 'Có giấy giám hộ'), to('no-proof', 'no', 'Chưa có')],
			{ from: [at('001', 'A3.4 C5')] }
		),
		guardianFirst('able'),
		volunteer(
			'able',
			'Đi được không?',
			'Hai người cùng đến thì làm được ngay.',
			[usual('book', 'yes', 'Đi được'), to('home-visit', 'no', 'Không đi được')],
			{ from: [DESK] }
		),
		end(
			'book',
			'later',
			'Hẹn cùng đến Công an',
			'Người giám hộ và người được giám hộ cùng đến {policePlace}, vào {deskHours}.',
			'Hẹn làm tại Công an.',
			[
				{
					kind: 'appointment',
					place: 'wardPolice',
					words: 'Làm thẻ, tài khoản cho người được giám hộ',
					bring: ['Thẻ căn cước của người giám hộ', 'Điện thoại chính chủ của người giám hộ', 'Giấy chứng minh giám hộ']
				}
			],
			{ from: [DESK], ...links(['papers-guardianship', 'Giấy tờ khi có người giám hộ']) }
		),
		end(
			'home-visit',
			'referred',
			'Xin làm tại nhà',
			'Nhờ Công an xã/phường xếp buổi làm tại nhà. Chỉ ghi là cần hỗ trợ tại nhà.',
			'Cần làm tại nhà.',
			[refer('wardPolice', 'Cần hỗ trợ mức 2 tại nhà')],
			{ from: [at('003', 'L2')] }
		),
		end(
			'no-proof',
			'referred',
			'Hỏi Tư pháp – Hộ tịch',
			'Tư pháp – Hộ tịch xã/phường hướng dẫn việc giám hộ.',
			'Chưa có giấy giám hộ.',
			[refer('civilStatus', 'Hướng dẫn đăng ký giám hộ')],
			{ from: [at('003', 'L6')] }
		),
		guardianEnd()
	]
);
