// P10: temporary residence, also told to landlords (scenario S13). Neutral: duty and time limit, no threat.

import { at, end, flag, guide, links, met, to, usual, volunteer } from '../write.ts';
import { filingSteps } from './filing.ts';

const THIRTY = at('web', 'cafef 188251107110800301; laodongdongnai.vn');

export const P10 = guide(
	{
		id: 'P10-temporary-residence',
		topic: 'residence',
		title: 'Đăng ký tạm trú',
		summary: 'Ở từ 30 ngày trở lên ngoài xã/phường thường trú thì đăng ký tạm trú.',
		minutes: 15,
		since: '2025-12-15',
		from: [THIRTY, at('001', 'B3')],
		keywords: ['tạm trú', 'thuê trọ', 'nhà trọ', 'chủ trọ', 'gia hạn tạm trú', 'công nhân'],
		entry: { states: ['l2LoggedIn'] }
	},
	[
		volunteer(
			'case',
			'Trường hợp nào?',
			'Giọng nhẹ nhàng: đây là việc có lợi cho người thuê, không phải đi kiểm tra.',
			[
				usual('tenant', 'tenant', 'Người thuê, ở nhờ tự khai'),
				to('landlord', 'landlord', 'Chủ nhà trọ, khai cho nhiều người'),
				to('short', 'short', 'Ở dưới 30 ngày'),
				to('extend', 'extend', 'Đã tạm trú, sắp hết hạn'),
				to('language', 'language', 'Người này ít nói tiếng Việt', met('B6.6'))
			],
			{
				terms: ['term-temporary-residence', 'term-short-stay'],
				from: [THIRTY],
				notes: ['Ở dưới 30 ngày là lưu trú, không phải tạm trú.', 'Không đăng ký thì xử lý theo quy định; không dọa.']
			}
		),
		volunteer(
			'tenant',
			'Người thuê cần gì?',
			'Cần thông tin chủ nhà và chỗ ở. Hỏi ngày bắt đầu ở và ở đến bao giờ.',
			'sign-in',
			{
				from: [at('001', 'B3'), at('web', 'người thuê: thông tin chủ nhà (TT 116/2026)', 'S')],
				...links(['papers-residence', 'Giấy tờ cư trú cần mang'])
			}
		),
		volunteer(
			'landlord',
			'Chủ nhà trọ',
			'Chủ nhà xác nhận cho thuê và nhắc người thuê đăng ký. Khách ở ngắn ngày thì thông báo lưu trú.',
			[usual('landlord-account', 'register', 'Khai tạm trú cho người thuê'), to('short', 'short', 'Khách ở ngắn ngày')],
			{ from: [at('001', 'B4'), THIRTY] }
		),
		// the landlord is registered: what is proposed for a tenant without registration is not proposed here
		volunteer(
			'landlord-account',
			'Chủ nhà có tài khoản mức 2 chưa?',
			'Nộp trên mạng cần tài khoản mức 2 đã đăng nhập được. Chưa có thì nộp tại Công an xã/phường.',
			[
				usual('find', 'yes', 'Có mức 2, đăng nhập được'),
				to('landlord-desk', 'no', 'Chưa có mức 2, hoặc muốn ra Công an')
			],
			{ from: [at('web', 'luatvietnam.vn 98147')] }
		),
		end(
			'landlord-desk',
			'later',
			'Chủ nhà ra Công an xã/phường',
			'Mang thẻ căn cước đến {policePlace}, vào {deskHours}. Nói: Đăng ký tạm trú cho người thuê.',
			'Sẽ nộp trực tiếp.',
			[
				{
					kind: 'appointment',
					place: 'wardPolice',
					words: 'Đăng ký tạm trú cho người thuê',
					bring: ['Thẻ căn cước hoặc CCCD còn hạn', 'Thông tin của người thuê và chỗ ở']
				}
			],
			{ from: [at('001', 'B4'), THIRTY], ...links(['P12-stay-notice', 'Thông báo lưu trú']) }
		),
		volunteer(
			'language',
			'Tìm người giúp tiếng',
			'Nhờ người nhà, hàng xóm hoặc người của tổ biết tiếng. Không ghi dân tộc vào ứng dụng.',
			'tenant',
			{
				from: [at('003', 'L nguyên nhân 5')]
			}
		),
		volunteer(
			'extend',
			'Gia hạn tạm trú',
			'Làm trước khi hết hạn. Trong danh sách thủ tục chọn “Gia hạn tạm trú”, các bước còn lại như nhau.',
			'sign-in',
			{
				from: [at('001', 'B2', 'U')]
			}
		),
		end(
			'short',
			'success',
			'Dưới 30 ngày: thông báo lưu trú',
			'Chuyển sang thông báo lưu trú.',
			'Ở dưới 30 ngày là lưu trú.',
			[],
			{
				from: [THIRTY],
				...links(['P12-stay-notice', 'Thông báo lưu trú'])
			}
		),
		...filingSteps({
			procedure: 'Đăng ký tạm trú',
			block: {
				say: 'Ghi “Tạm trú từ ngày”, “Tạm trú đến ngày” và nơi ở. Tự khai thì đánh dấu “người khai thông tin là người đăng ký tạm trú”; ở hộ riêng thì đánh dấu “Đăng ký lập hộ mới”.',
				notes: ['Ngày kết thúc không được trước ngày bắt đầu. Cả hai ngày đều phải ghi.']
			},
			attach: ['Tờ khai CT01.', 'Giấy tờ về chỗ ở (hợp đồng thuê, giấy cho ở nhờ), nếu dữ liệu chưa có.'],
			time: 'Thường 3 ngày làm việc. Theo dõi mã hồ sơ.',
			timeFrom: [at('web', 'tạm trú 3 ngày làm việc (TT 116/2026)', 'S')],
			effects: [flag('DF-07')]
		})
	]
);
