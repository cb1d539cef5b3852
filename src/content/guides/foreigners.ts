// Foreigners have another office: the provincial immigration division.

import { at, end, flag, guide, links, met, refer, to, usual, volunteer } from '../write.ts';

const RULE = at('web', 'luatvietnam.vn 98147; mps.gov.vn d23-t45813; etime.danviet');

export const FOREIGNERS = guide(
	{
		id: 'foreigners',
		topic: 'family',
		title: 'Người nước ngoài',
		summary: 'Có thẻ thường trú hoặc tạm trú thì làm tại Phòng Quản lý xuất nhập cảnh, Công an tỉnh/thành phố.',
		minutes: 4,
		from: [RULE],
		keywords: ['người nước ngoài', 'hộ chiếu', 'thẻ tạm trú', 'thẻ thường trú', 'xuất nhập cảnh', 'foreigner'],
		entry: { groups: ['foreigner'] }
	},
	[
		volunteer(
			'card',
			'Có thẻ thường trú hoặc tạm trú không?',
			'Người nước ngoài từ 6 tuổi có thẻ: mức 1 và mức 2. Dưới 6 tuổi: mức 1. Không quét thẻ này vào ứng dụng.',
			[
				usual('office', 'card', 'Có thẻ thường trú hoặc tạm trú', met('B5.5')),
				to('no-card', 'no', 'Chỉ có hộ chiếu, thị thực', met('B5.5')),
				to('origin', 'origin', 'Người gốc Việt Nam chưa rõ quốc tịch')
			],
			{ from: [RULE] }
		),
		end(
			'office',
			'referred',
			'Đến Phòng Quản lý xuất nhập cảnh',
			'Mang hộ chiếu, thẻ thường trú hoặc tạm trú và điện thoại đến Công an tỉnh/thành phố.',
			'Làm tài khoản tại cơ quan xuất nhập cảnh.',
			[flag('DF-15'), refer('immigration', 'Người nước ngoài đăng ký tài khoản định danh')],
			{
				from: [RULE],
				read: 'Mang hộ chiếu, thẻ thường trú hoặc tạm trú và điện thoại đến Phòng Quản lý xuất nhập cảnh, Công an tỉnh/thành phố.',
				...links(['papers-foreigner', 'Giấy tờ cho người nước ngoài'])
			}
		),
		end(
			'no-card',
			'referred',
			'Chưa đủ điều kiện',
			'Chưa có thẻ thì chưa làm tài khoản. Chỗ ở vẫn phải khai lưu trú.',
			'Chưa có thẻ thường trú hoặc tạm trú.',
			[flag('DF-15'), refer('immigration', 'Hỏi điều kiện cho người nước ngoài')],
			{
				from: [RULE],
				...links(['P12-stay-notice', 'Thông báo lưu trú'])
			}
		),
		end(
			'origin',
			'referred',
			'Hỏi Công an xã/phường',
			'Người gốc Việt Nam chưa xác định quốc tịch có giấy chứng nhận căn cước. Công an xã/phường hướng dẫn.',
			'Cần Công an xác định.',
			[flag('DF-08'), refer('wardPolice', 'Người gốc Việt Nam chưa rõ quốc tịch')],
			{
				from: [at('law', 'Luật Căn cước 26/2023/QH15')]
			}
		)
	]
);
