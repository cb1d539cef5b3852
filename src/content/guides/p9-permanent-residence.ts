// P9: permanent residence. No fixed list of papers: it depends on whose dwelling it is.

import { at, end, flag, guide, links, to, usual, volunteer } from '../write.ts';
import { filingSteps } from './filing.ts';

const RULE = at('law', 'TT 116/2026/TT-BCA, tờ khai CT01', 'S');

export const P9 = guide(
	{
		id: 'P9-permanent-residence',
		topic: 'residence',
		title: 'Đăng ký thường trú',
		summary: 'Chọn trường hợp chỗ ở trước, rồi nộp trên mạng hoặc tại Công an xã/phường.',
		minutes: 20,
		since: '2026-07-01',
		from: [at('001', 'B2'), RULE],
		keywords: ['thường trú', 'nhập hộ khẩu', 'chuyển hộ khẩu', 'CT01', 'mua nhà', 'kết hôn'],
		entry: { states: ['l2LoggedIn'] }
	},
	[
		volunteer(
			'case',
			'Chỗ ở là của ai?',
			'Giấy tờ tùy theo chỗ ở. Chọn đúng trường hợp.',
			[
				usual('own', 'own', 'Nhà của mình'),
				to('family', 'family', 'Về ở với gia đình: vợ chồng, cha mẹ, con'),
				to('rent', 'rent', 'Thuê, mượn, ở nhờ'),
				to('newborn', 'newborn', 'Trẻ mới sinh'),
				to('religious', 'religious', 'Ở cơ sở tín ngưỡng, tôn giáo')
			],
			{ terms: ['term-permanent-residence'], from: [RULE, at('001', 'B2')] }
		),
		volunteer(
			'own',
			'Nhà của mình',
			'Cần chứng minh chỗ ở hợp pháp; nếu dữ liệu nhà đất đã có thì không phải nộp lại.',
			'sign-in',
			{
				from: [RULE],
				notes: ['Không nhập vào hộ có sẵn thì đánh dấu “Đăng ký thường trú lập hộ mới”.']
			}
		),
		volunteer(
			'family',
			'Về ở với gia đình',
			'Chủ hộ và chủ nhà phải đồng ý. Cần quan hệ gia đình với chủ hộ hoặc thành viên hộ.',
			'sign-in',
			{
				from: [RULE, at('001', 'B2')],
				notes: [
					'Khai họ tên chủ hộ, quan hệ với chủ hộ, số định danh của chủ hộ.',
					'Trẻ chưa thành niên, người cao tuổi có trường hợp riêng (Luật Cư trú điều 20).'
				]
			}
		),
		volunteer(
			'rent',
			'Thuê, mượn, ở nhờ',
			'Chủ nhà phải đồng ý cho đăng ký thường trú. Cần diện tích bình quân theo quy định của tỉnh.',
			'sign-in',
			{
				from: [RULE, at('001', 'B2')],
				notes: ['Chủ nhà không đồng ý thì đăng ký tạm trú.']
			}
		),
		volunteer(
			'religious',
			'Cơ sở tín ngưỡng, tôn giáo',
			'Cần giấy tờ của cơ sở. Hỏi Công an xã/phường trước khi nộp; không ghi tôn giáo vào ứng dụng.',
			'sign-in',
			{
				from: [at('001', 'B2')]
			}
		),
		end(
			'newborn',
			'success',
			'Làm liên thông cho trẻ',
			'Một lần nộp được cả khai sinh, thường trú và thẻ BHYT cho trẻ dưới 6 tuổi.',
			'Trẻ mới sinh làm thủ tục liên thông.',
			[flag('DF-16')],
			{
				from: [at('001', 'A4.1')],
				...links(['service-bundle-birth', 'Liên thông khai sinh'], ['child-under-6', 'Trẻ dưới 6 tuổi'])
			}
		),
		...filingSteps({
			procedure: 'Đăng ký thường trú',
			block: {
				say: 'Ghi nơi xin đăng ký và “Nội dung đề nghị”. Lập hộ mới thì đánh dấu “Đăng ký thường trú lập hộ mới”; nhập vào hộ có sẵn thì khai chủ hộ. Có người đi cùng thì thêm vào bảng “Những thành viên trong hộ gia đình cùng thay đổi”.',
				notes: ['Người đi cùng: họ tên, ngày sinh, giới tính, quan hệ với người khai và với chủ hộ.']
			},
			attach: [
				'Tờ khai thay đổi thông tin cư trú CT01.',
				'Giấy tờ về chỗ ở hợp pháp, nếu dữ liệu chưa có.',
				'Giấy tờ về quan hệ với chủ hộ, nếu dữ liệu chưa có.'
			],
			time: 'Thường 7 ngày làm việc. Theo dõi mã hồ sơ; có lệ phí thì cổng sẽ báo.',
			timeFrom: [at('web', 'thường trú 7 ngày làm việc (TT 116/2026)', 'S')]
		})
	]
);
