// P14: seeing a doctor with the chip card or VNeID; paper cards only in three cases.

import { at, end, flag, guide, labels, links, refer, resident, to, usual, volunteer } from '../write.ts';

const PAPER = at('web', 'nld 19625102809113739');
const PILOT = at('001', 'A5');

export const P14 = guide(
	{
		id: 'P14-health-insurance',
		topic: 'services',
		title: 'Khám bệnh BHYT bằng thẻ căn cước, VNeID',
		summary: 'Đưa thẻ căn cước hoặc VNeID. Thẻ BHYT giấy không cấp mới từ 01/06/2025, trừ ba trường hợp.',
		minutes: 4,
		since: '2025-06-01',
		from: [PAPER, PILOT],
		keywords: ['bảo hiểm y tế', 'BHYT', 'khám bệnh', 'thẻ giấy', 'VssID', 'không tìm thấy thông tin']
	},
	[
		volunteer(
			'what',
			'Có gì để đưa ra?',
			'Thẻ căn cước gắn chip là đủ. VNeID dùng được khi tài khoản đã kích hoạt.',
			[
				usual('card', 'card', 'Thẻ căn cước hoặc CCCD gắn chip'),
				to('app', 'app', 'VNeID mức 2'),
				to('paper', 'none', 'Không có thẻ chip, không cài được ứng dụng')
			],
			{ terms: ['term-vssid', 'term-health-insurance'], from: [PILOT, PAPER] }
		),
		resident('card', 'Ở quầy tiếp đón', 'Đưa thẻ căn cước để quầy quét mã. Xong nhớ lấy lại thẻ.', answers(), {
			from: [PILOT]
		}),
		resident(
			'app',
			'Mở thẻ BHYT trong VNeID',
			'Mở VNeID, “Ví giấy tờ”, chọn thẻ BHYT, đưa màn hình cho quầy quét.',
			answers(),
			{
				from: [at('004', 'L1 tiện ích 14'), PILOT],
				...labels('Ví giấy tờ')
			}
		),
		end(
			'done',
			'success',
			'Khám như bình thường',
			'Lần sau chỉ cần mang thẻ căn cước hoặc máy có VNeID.',
			'Tìm thấy thông tin BHYT.',
			[],
			{ from: [PILOT] }
		),
		volunteer(
			'not-found',
			'Quầy báo không tìm thấy',
			'Hôm nay vẫn được khám theo cách cũ: thẻ BHYT giấy hoặc VssID, kèm giấy tờ có ảnh. Sau đó báo BHXH cập nhật.',
			[
				usual('report', 'insured', 'Có đóng BHYT mà không hiện'),
				to('expired', 'expired', 'Thẻ BHYT hết hạn, hoặc chưa đóng')
			],
			{ from: [PILOT] }
		),
		end(
			'report',
			'referred',
			'Báo BHXH',
			'Chuyển BHXH đối chiếu số định danh với thẻ BHYT.',
			'BHYT không hiện trên thẻ, VNeID.',
			[flag('DF-14'), refer('socialInsurance', 'BHYT không hiện trên thẻ căn cước, VNeID')],
			{ from: [PILOT] }
		),
		end(
			'expired',
			'later',
			'Gia hạn BHYT',
			'Gia hạn BHYT hộ gia đình qua dịch vụ công, có giảm trừ mức đóng.',
			'BHYT hết hạn.',
			[],
			{
				from: [at('001', 'A4.1')],
				...links(['service-bhyt-family-discount', 'Gia hạn BHYT hộ gia đình'])
			}
		),
		end(
			'paper',
			'referred',
			'Ba trường hợp còn thẻ giấy',
			'Không cài được VssID, không cài được VNeID, hoặc không có thẻ gắn chip: xin thẻ BHYT giấy tại BHXH.',
			'Thuộc trường hợp được cấp thẻ giấy.',
			[refer('socialInsurance', 'Xin cấp thẻ BHYT giấy')],
			{ from: [PAPER] }
		)
	]
);

function answers() {
	return [
		usual('done', 'found', 'Quầy thấy thông tin BHYT'),
		to('not-found', 'not-found', 'Quầy báo không tìm thấy thông tin'),
		to('paper', 'unreadable', 'Quầy không quét được')
	];
}
