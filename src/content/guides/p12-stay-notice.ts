// P12: notice of a short stay, by a family or by whoever takes in guests.

import { at, end, guide, labels, links, refer, resident, to, usual, volunteer } from '../write.ts';
import { otherScreen } from './parts.ts';

const IN_APP = at('web', 'cafef 188251107110800301; mục Thông báo lưu trú trên VNeID');
const OLD = at('001', 'B4', 'U');

export const P12 = guide(
	{
		id: 'P12-stay-notice',
		topic: 'residence',
		title: 'Thông báo lưu trú',
		summary: 'Có người đến ở dưới 30 ngày: báo trong VNeID.',
		minutes: 8,
		since: '2025-12-15',
		from: [IN_APP, at('001', 'B4')],
		keywords: ['lưu trú', 'khách đến ở', 'nhà nghỉ', 'chủ trọ', 'ở lại qua đêm'],
		entry: { states: ['l1LoggedIn', 'l2LoggedIn'] }
	},
	[
		volunteer(
			'case',
			'Ai đến ở, ở đâu?',
			'Ở dưới 30 ngày, không phải nơi đã đăng ký, là lưu trú.',
			[
				usual('open', 'family', 'Khách ở nhà dân'),
				to('owner', 'owner', 'Cơ sở lưu trú: nhà nghỉ, nhà trọ, ký túc xá'),
				to('long', 'long', 'Ở từ 30 ngày trở lên'),
				to('foreigner', 'foreigner', 'Khách là người nước ngoài')
			],
			{ terms: ['term-short-stay'], from: [IN_APP] }
		),
		volunteer(
			'owner',
			'Cơ sở lưu trú',
			'Chủ cơ sở khai tên, loại hình, địa chỉ của cơ sở, rồi khai từng khách.',
			'open',
			{
				from: [at('001', 'B4')],
				...labels('THÔNG TIN CƠ SỞ LƯU TRÚ')
			}
		),
		resident(
			'open',
			'Mở mục thông báo lưu trú',
			'Đăng nhập VNeID, mở “Thủ tục hành chính”, chọn “Thông báo lưu trú”, bấm “Tạo mới yêu cầu”.',
			[
				usual('place', 'form', 'Hiện tờ khai'),
				to('other-screen', 'other', 'Không thấy mục này'),
				to('no-account', 'no-account', 'Chưa đăng nhập được VNeID')
			],
			{ from: [IN_APP], ...labels('Thủ tục hành chính', 'Thông báo lưu trú', 'Tạo mới yêu cầu') }
		),
		resident(
			'place',
			'Nơi lưu trú',
			'Ghi loại hình, tên, tỉnh/thành phố, xã/phường, số nhà. Thời gian thông báo máy tự ghi là bây giờ.',
			'guest',
			{
				from: [OLD],
				...labels('THÔNG TIN CƠ SỞ LƯU TRÚ')
			}
		),
		resident(
			'guest',
			'Người lưu trú',
			'Ghi họ tên, ngày sinh, giới tính, số giấy tờ của từng người. Chính mình ở thì đánh dấu “Người khai báo là người lưu trú”.',
			'send',
			{
				from: [OLD],
				...labels('Người khai báo là người lưu trú'),
				notes: ['Chủ nhà tự nhìn giấy tờ của khách và tự nhập; tình nguyện viên không ghi lại.']
			}
		),
		resident(
			'send',
			'Gửi',
			'Xem lại rồi gửi.',
			[usual('done', 'sent', 'Máy báo đã gửi'), to('other-screen', 'failed', 'Máy báo lỗi')],
			{ from: [OLD] }
		),
		end(
			'done',
			'success',
			'Đã thông báo lưu trú',
			'Trước đây quy định báo trước 23 giờ, khách đến sau 23 giờ thì trước 8 giờ hôm sau; hiện nay hỏi Công an xã/phường.',
			'Đã thông báo lưu trú.',
			[],
			{
				from: [at('web', 'giờ thông báo lưu trú', 'U')]
			}
		),
		end(
			'long',
			'success',
			'Từ 30 ngày: đăng ký tạm trú',
			'Chuyển sang đăng ký tạm trú.',
			'Ở từ 30 ngày là tạm trú.',
			[],
			{
				from: [at('web', 'cafef 188251107110800301')],
				...links(['P10-temporary-residence', 'Đăng ký tạm trú'])
			}
		),
		end(
			'foreigner',
			'referred',
			'Khách nước ngoài',
			'Hỏi Công an xã/phường cách khai cho người nước ngoài.',
			'Khách là người nước ngoài.',
			[refer('wardPolice', 'Khai lưu trú cho người nước ngoài')],
			{
				from: [at('001', 'A3.3')],
				...links(['foreigners', 'Người nước ngoài'])
			}
		),
		end(
			'no-account',
			'later',
			'Chưa có tài khoản',
			'Báo trực tiếp với Công an xã/phường hôm nay, rồi làm tài khoản sau.',
			'Chưa đăng nhập được VNeID.',
			[],
			{
				from: [at('001', 'B4')],
				...links(['P4-level2', 'Đăng ký mức 2 tại Công an'])
			}
		),
		otherScreen()
	]
);
