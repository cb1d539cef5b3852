// Words for doors at which more than a phone is at stake: a death, somebody who has gone, somebody without papers, a tenant
// who is not registered (features F087, F088; 003·L6 and L7). What to say, what not to ask, who helps on. The sentences are
// ours, so each article says that the ward has to look at them first.

import type { Article } from '../../lib/domain/content.ts';
import { article, at, heading, table } from '../write.ts';

const REVIEWED = 'Lời mẫu: chờ phường xem và sửa trước khi dùng.';

export const CAREFUL_ARTICLES: readonly Article[] = [
	article(
		'handbook',
		{
			id: 'words-deceased',
			title: 'Nhà có người đã mất',
			since: '2023-06-01',
			from: [at('003', 'L6'), at('003', 'L6 lời mẫu', 'U')],
			keywords: ['đã mất', 'qua đời', 'khai tử', 'chia buồn', 'lời nói'],
			links: [
				{ to: 'service-death-reg', words: 'Đăng ký khai tử' },
				{ to: 'service-bundle-death', words: 'Làm liên thông một lần' }
			]
		},
		heading('Nói'),
		'Cháu xin chia buồn cùng gia đình. Cháu chỉ ghi là người đã mất, để sau này không ai đến hỏi lại.',
		heading('Không làm'),
		[
			'Không hỏi vì sao mất, mất ở đâu.',
			'Không đòi xem giấy, không chụp gì.',
			'Gia đình chưa muốn nói thì thôi, cảm ơn rồi đi.'
		],
		heading('Ghi'),
		'Ở mục Có ở nhà không chọn Đã mất; còn tên trong danh sách thì báo cờ DF-04.',
		heading('Ai lo tiếp'),
		'Tư pháp – Hộ tịch lo khai tử, rồi Công an xã/phường xóa đăng ký thường trú. Có thể làm liên thông một lần cùng trợ cấp mai táng.',
		REVIEWED
	),
	article(
		'handbook',
		{
			id: 'words-away',
			title: 'Người đi lâu, không rõ ở đâu',
			since: '2023-06-01',
			from: [at('003', 'L3'), at('003', 'L7'), at('003', 'L3 lời mẫu', 'U')],
			keywords: ['đi vắng', 'đi làm xa', 'không rõ địa chỉ', 'tạm vắng', 'lời nói'],
			links: [
				{ to: 'P11-temporary-absence', words: 'Khai báo tạm vắng' },
				{ to: 'P10-temporary-residence', words: 'Đăng ký tạm trú' }
			]
		},
		heading('Nói với người nhà'),
		'Anh chị ấy đi làm xa thì làm được ở Công an xã phường nơi đang ở, không phải về. Nhà mình nhắn giúp cháu.',
		heading('Nói với hàng xóm'),
		'Cháu hỏi nhà bên có người ở không ạ. Không nói vì sao hỏi, không kể chuyện nhà người ta.',
		heading('Ghi'),
		[
			'Đăng ký ở đây nhưng đi lâu không về: cờ DF-05.',
			'Không ai biết ở đâu: cờ DF-06.',
			'Không ghi số điện thoại của người vắng mặt khi họ chưa tự đồng ý.'
		],
		heading('Ai lo tiếp'),
		'Công an xã/phường. Tình nguyện viên không đi tìm.',
		REVIEWED
	),
	article(
		'handbook',
		{
			id: 'words-no-papers',
			title: 'Người không có giấy tờ',
			since: '2023-06-01',
			from: [at('003', 'L6'), at('003', 'L6 lời mẫu', 'U')],
			keywords: ['không giấy tờ', 'không có khai sinh', 'chưa có thẻ', 'lời nói'],
			links: [{ to: 'papers-undocumented', words: 'Cần mang gì' }]
		},
		heading('Nói'),
		'Bác chưa có giấy tờ cũng không sao. Cháu ghi tên thường gọi, rồi báo Tư pháp và Công an để hướng dẫn bác. Cháu không hứa trước được kết quả.',
		heading('Không làm'),
		[
			'Không hỏi vì sao không có giấy.',
			'Không nghĩ ra số, không đoán ngày sinh: chỉ ghi năm bác nói.',
			'Không hứa về chế độ, trợ cấp.'
		],
		heading('Ghi'),
		'Số định danh để trống, báo cờ DF-08.',
		heading('Ai lo tiếp'),
		'Tư pháp – Hộ tịch và Công an xã/phường, cùng lúc.',
		REVIEWED
	),
	article(
		'handbook',
		{
			id: 'words-tenant',
			title: 'Người thuê, chủ nhà: chưa đăng ký tạm trú',
			since: '2025-12-15',
			from: [
				at('003', 'L7'),
				at('web', 'cafef 188251107110800301; laodongdongnai.vn'),
				at('web', 'tạm trú 3 ngày làm việc (TT 116/2026)', 'S'),
				at('web', 'giờ thông báo lưu trú', 'U')
			],
			keywords: ['tạm trú', 'lưu trú', 'chủ nhà trọ', 'người thuê', 'thời hạn', 'lời nói'],
			links: [
				{ to: 'P10-temporary-residence', words: 'Đăng ký tạm trú' },
				{ to: 'P12-stay-notice', words: 'Thông báo lưu trú' }
			]
		},
		heading('Thời hạn'),
		table(
			['Ở bao lâu', 'Việc phải làm'],
			['Từ 30 ngày, ngoài xã/phường thường trú', 'Đăng ký tạm trú; thường 3 ngày làm việc (chờ phường xác nhận)'],
			['Dưới 30 ngày', 'Thông báo lưu trú; giờ báo hỏi Công an xã/phường (chờ phường xác nhận)']
		),
		heading('Nói với người thuê'),
		'Anh chị ở đây từ 30 ngày thì đăng ký tạm trú, làm trên điện thoại được. Có tạm trú thì làm giấy tờ ở đây luôn, khỏi về quê.',
		heading('Nói với chủ nhà'),
		[
			'Khách ở ngắn ngày: chủ nhà thông báo lưu trú.',
			'Người thuê lâu: chủ nhà cho thông tin nhà và đồng ý để họ đăng ký.',
			'Chủ nhà tự nhìn giấy tờ của khách; tình nguyện viên không ghi lại.'
		],
		heading('Giọng nói'),
		'Nhẹ nhàng, không dọa, không hỏi như đi kiểm tra. Chưa đăng ký thì báo cờ DF-07, Công an xã/phường hướng dẫn tiếp.',
		REVIEWED
	)
];
