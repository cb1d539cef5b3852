// The card itself, and what the merger of 2025 means for it.

import {
	again,
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
	to,
	usual,
	volunteer
} from '../write.ts';
import { otherScreen } from './parts.ts';

const MERGER = at('web', 'dantri 20250812210100263; vietnamplus post1055296');
const FAKE = at('web', 'kenh14 215250809092056717; baolamdong 381194');
const DESK_2026 = at('law', 'QĐ 5230/QĐ-BCA-C06', 'S');
const AGE = at('web', 'quochoitv.vn 204698; ngoisao 442164');

export const AFTER_MERGER = guide(
	{
		id: 'after-merger',
		topic: 'family',
		title: 'Địa chỉ sau sắp xếp đơn vị hành chính',
		summary: 'Dữ liệu tự cập nhật. Không bắt buộc đổi thẻ vì sáp nhập; ai gọi điện yêu cầu là lừa đảo.',
		minutes: 4,
		since: '2025-07-01',
		from: [MERGER, FAKE],
		keywords: ['sáp nhập', 'địa chỉ mới', 'đổi thẻ', 'tên xã cũ', 'tên phường cũ', 'cập nhật địa giới']
	},
	[
		volunteer(
			'why',
			'Vì sao hỏi việc này?',
			'Hỏi xem có ai gọi điện hay nhắn tin bảo cập nhật không.',
			[
				usual('wish', 'self', 'Tự thấy địa chỉ trên thẻ đã cũ', flag('DF-13')),
				to('called', 'called', 'Có người gọi, nhắn bảo cập nhật'),
				to('wrong', 'wrong', 'VNeID vẫn ghi sai địa chỉ')
			],
			{ from: [MERGER, FAKE] }
		),
		volunteer(
			'wish',
			'Thẻ cũ vẫn dùng được',
			'Thẻ còn hạn dùng đến ngày in trên thẻ. Đổi thẻ là tùy, không bắt buộc.',
			[usual('keep', 'keep', 'Giữ thẻ cũ'), to('level', 'exchange', 'Vẫn muốn đổi thẻ')],
			{ from: [MERGER], read: 'Thẻ còn hạn vẫn dùng được. Không bắt buộc đổi thẻ vì sáp nhập.' }
		),
		volunteer(
			'level',
			'Có mức 2 không?',
			'Đổi thẻ trên VNeID cần mức 2, miễn phí khi lý do là sắp xếp đơn vị hành chính.',
			[usual('exchange', 'yes', 'Có mức 2, đăng nhập được'), to('desk', 'no', 'Chưa có')],
			{ from: [MERGER], redirects: [{ when: { states: ['l2LoggedIn'] }, to: 'exchange' }] }
		),
		resident(
			'exchange',
			'Đổi thẻ trên VNeID',
			'Mở “Thủ tục hành chính”, chọn “Cấp đổi thẻ căn cước”, lý do “do sắp xếp/điều chỉnh đơn vị hành chính”, xem lại và gửi.',
			[
				usual('sent', 'sent', 'Đã gửi, không phải trả tiền'),
				to('scam', 'fee', 'Có ai đó đòi tiền'),
				to('other-screen', 'other', 'Không thấy mục này')
			],
			{
				from: [MERGER],
				...labels('Thủ tục hành chính', 'Cấp đổi thẻ căn cước', 'do sắp xếp/điều chỉnh đơn vị hành chính')
			}
		),
		end(
			'sent',
			'success',
			'Đã gửi đề nghị đổi thẻ',
			'Khoảng 7 ngày làm việc. Miễn phí với lý do này.',
			'Đã gửi đề nghị đổi thẻ.',
			[again('Hỏi đã nhận thẻ chưa', 14)],
			{ from: [MERGER] }
		),
		end('keep', 'success', 'Giữ thẻ cũ', 'Không phải làm gì thêm.', 'Không cần đổi thẻ.', [], { from: [MERGER] }),
		end(
			'wrong',
			'referred',
			'Địa chỉ trên VNeID sai',
			'Nhờ Công an xã/phường xem lại dữ liệu.',
			'Địa chỉ trong dữ liệu chưa đúng.',
			[flag('DF-02'), refer('wardPolice', 'Địa chỉ trong dữ liệu chưa đúng')],
			{ from: [at('003', 'L3')] }
		),
		end(
			'desk',
			'later',
			'Đổi tại Công an',
			'Làm mức 2 và hỏi đổi thẻ trong cùng một chuyến: {policePlace}, vào {deskHours}.',
			'Cần mức 2 trước.',
			[],
			{
				from: [MERGER],
				...links(['P4-level2', 'Đăng ký mức 2 tại Công an'])
			}
		),
		end(
			'called',
			'success',
			'Đó là lừa đảo',
			'Không ai gọi điện yêu cầu cập nhật địa chỉ. Cúp máy, không bấm đường dẫn, không trả phí.',
			'Có cuộc gọi giả cập nhật địa giới.',
			[],
			{
				from: [FAKE],
				read: 'Không ai gọi điện yêu cầu cập nhật địa chỉ. Cúp máy, không bấm, không trả phí.',
				...links(['P16-scam', 'Lá chắn lừa đảo'])
			}
		),
		end(
			'scam',
			'success',
			'Dừng lại',
			'Lý do này miễn phí. Đòi tiền là lừa đảo.',
			'Có người đòi tiền trái quy định.',
			[],
			{ from: [FAKE, MERGER], ...links(['P16-scam', 'Lá chắn lừa đảo']) }
		),
		otherScreen()
	]
);

export const CARD_GUIDE = guide(
	{
		id: 'card-procedures',
		topic: 'start',
		title: 'Làm, đổi, cấp lại thẻ căn cước',
		summary: 'Tại Công an xã/phường bất kỳ nếu nơi đó đã làm. Đổi thẻ khi đủ 14, 25, 40, 60 tuổi.',
		minutes: 5,
		since: '2026-08-18',
		from: [AGE, DESK_2026],
		keywords: ['làm thẻ', 'đổi thẻ', 'mất thẻ', 'cấp lại', 'hết hạn', 'CMND', 'lệ phí'],
		entry: { states: ['noCard', 'cardExpired'], card: ['expired', 'lost', 'none', 'oldIdOnly', 'expiring'] }
	},
	[
		volunteer(
			'case',
			'Thẻ thế nào?',
			'Hỏi tuổi và xem ngày hết hạn. Đổi thẻ khi đủ 14, 25, 40, 60 tuổi; làm trong hai năm trước tuổi đó thì thẻ dùng đến mốc kế tiếp.',
			[
				usual('exchange', 'expired', 'Hết hạn, sắp hết hạn, sai thông tin'),
				to('reissue', 'lost', 'Mất, hỏng'),
				to('first', 'first', 'Chưa có bao giờ, hoặc chỉ có CMND'),
				to('merger', 'merger', 'Chỉ vì địa chỉ đổi tên')
			],
			{ from: [AGE], notes: ['CMND hết giá trị từ 01/01/2025.', 'CCCD gắn chip dùng đến ngày in trên thẻ.'] }
		),
		volunteer(
			'exchange',
			'Cấp đổi',
			'Tại Công an, hoặc trên VNeID nếu có mức 2: mục cấp đổi thẻ căn cước.',
			[usual('desk', 'desk', 'Ra Công an'), to('online', 'online', 'Có mức 2, làm trên VNeID')],
			{ from: [DESK_2026], ...links(['card-fees', 'Lệ phí và thời hạn']) }
		),
		volunteer(
			'reissue',
			'Cấp lại',
			'Mất thẻ thì làm sớm để người khác không dùng được. Mang giấy tờ còn lại nếu có.',
			'desk',
			{ from: [DESK_2026], ...links(['card-fees', 'Lệ phí và thời hạn']) }
		),
		volunteer('first', 'Làm lần đầu', 'Lần đầu miễn phí. Làm luôn tài khoản mức 2.', 'desk', {
			from: [DESK_2026, at('001', 'A3.2a')]
		}),
		resident(
			'online',
			'Đổi thẻ trên VNeID',
			'Đăng nhập VNeID, mở “Thủ tục hành chính”, chọn “Cấp đổi thẻ căn cước”, làm theo màn hình.',
			[
				usual('sent', 'sent', 'Đã gửi'),
				to('desk', 'failed', 'Máy báo phải đến trực tiếp'),
				to('other-screen', 'other', 'Không thấy mục này')
			],
			{ from: [MERGER, DESK_2026], ...labels('Thủ tục hành chính', 'Cấp đổi thẻ căn cước') }
		),
		end(
			'sent',
			'later',
			'Đã gửi đề nghị',
			'Chờ tin báo ngày nhận thẻ.',
			'Đã gửi đề nghị đổi thẻ.',
			[rises('cardInProgress', ['unknown', 'noCard', 'cardExpired']), again('Hỏi đã nhận thẻ chưa', 14)],
			{ from: [DESK_2026] }
		),
		end(
			'desk',
			'referred',
			'Ra Công an làm thẻ',
			'Đến {policePlace}, vào {deskHours}. Nói: làm thẻ và mức 2 cùng lúc.',
			'Cần làm thẻ căn cước.',
			[met('B5.1'), flag('DF-09'), refer('wardPolice', 'Làm thẻ căn cước và mức 2 cùng lúc')],
			{
				from: [DESK_2026, at('001', 'A3.2a')],
				read: 'Đến Công an xã/phường. Nói: làm thẻ căn cước và mức 2 cùng lúc.',
				...links(['P4-level2', 'Đăng ký mức 2 tại Công an'], ['card-fees', 'Lệ phí và thời hạn'])
			}
		),
		end(
			'merger',
			'success',
			'Không bắt buộc đổi',
			'Xem hướng dẫn về địa chỉ sau sắp xếp đơn vị hành chính.',
			'Không bắt buộc đổi thẻ vì đổi tên.',
			[],
			{
				from: [MERGER],
				...links(['after-merger', 'Địa chỉ sau sắp xếp'])
			}
		),
		otherScreen()
	]
);
