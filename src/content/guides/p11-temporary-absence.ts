// P11: temporary absence. The seeds printed it as "tạm trú" in places; here it is always "tạm vắng".

import { at, end, guide, links, to, usual, volunteer } from '../write.ts';
import { filingSteps } from './filing.ts';

export const P11 = guide(
	{
		id: 'P11-temporary-absence',
		topic: 'residence',
		title: 'Khai báo tạm vắng',
		summary: 'Đi xa lâu ngày: khai tạm vắng ở nơi thường trú. Khác với tạm trú ở nơi đến.',
		minutes: 12,
		since: '2022-05-19',
		from: [at('001', 'B3')],
		keywords: ['tạm vắng', 'đi xa', 'đi nước ngoài', 'vắng mặt'],
		entry: { states: ['l2LoggedIn'] }
	},
	[
		volunteer(
			'case',
			'Đi đâu, bao lâu?',
			'Tạm vắng là khai ở nơi mình rời đi; tạm trú là khai ở nơi mình đến.',
			[
				usual('inside', 'inside', 'Đi nơi khác trong nước'),
				to('abroad', 'abroad', 'Đi nước ngoài'),
				to('arrived', 'arrived', 'Đã đến nơi mới, ở từ 30 ngày')
			],
			{ from: [at('001', 'B3')], terms: ['term-temporary-absence', 'term-temporary-residence'] }
		),
		volunteer(
			'inside',
			'Trong nước',
			'Hỏi nơi đến: tỉnh/thành phố, xã/phường; từ ngày nào đến ngày nào; lý do.',
			'sign-in',
			{ from: [at('001', 'B3')] }
		),
		volunteer('abroad', 'Nước ngoài', 'Hỏi quốc gia, từ ngày nào đến ngày nào; lý do.', 'sign-in', {
			from: [at('001', 'B3')]
		}),
		end(
			'arrived',
			'success',
			'Đăng ký tạm trú ở nơi đến',
			'Ở từ 30 ngày thì đăng ký tạm trú tại nơi đang ở.',
			'Cần đăng ký tạm trú ở nơi đến.',
			[],
			{
				from: [at('web', 'cafef 188251107110800301')],
				...links(['P10-temporary-residence', 'Đăng ký tạm trú'])
			}
		),
		...filingSteps({
			procedure: 'Khai báo tạm vắng',
			block: {
				say: 'Chọn “Địa chỉ cư trú” trong nước hay nước ngoài, ghi “Nơi đến” hoặc “Quốc gia”, từ ngày, đến ngày và “Lý do”.',
				notes: [
					'Màn hình cũ có chỗ in nhầm là tạm trú; ở đây hiểu là tạm vắng.',
					'Ngày kết thúc không được trước ngày bắt đầu.'
				]
			},
			attach: ['Thường không phải đính kèm; cổng đòi gì thì nộp giấy đó.'],
			time: 'Theo dõi mã hồ sơ. Về sớm hoặc đi lâu hơn thì khai lại.',
			timeFrom: [at('001', 'B3')]
		})
	]
);
