// Pitch cards (60 words at most), lists of papers to bring, national contacts, patterns of fraud.

import type { Article, Source } from '../../lib/domain/content.ts';
import { HOTLINE } from '../guides/parts.ts';
import { article, at, warning } from '../write.ts';

const BENEFITS = [at('001', 'A3.1'), at('002', 'A1')];

const PITCHES: readonly (readonly [audience: string, title: string, spoken: string])[] = [
	[
		'elderly',
		'Nói với người cao tuổi',
		'Bác ơi, có VNeID thì đi khám chỉ cần đưa điện thoại hoặc thẻ căn cước, khỏi mang thẻ giấy. Nhà nước trả hỗ trợ cũng qua đây. Cháu làm cùng bác từng bước, bác tự bấm. Không mất tiền, không ai hỏi mật khẩu của bác.'
	],
	[
		'worker',
		'Nói với công nhân, người thuê trọ',
		'Anh chị làm mức 2 ở Công an xã phường nào cũng được, không phải về quê. Có rồi thì đăng ký tạm trú, xem quá trình bảo hiểm, đổi bằng lái ngay trên điện thoại, đỡ mất ngày công.'
	],
	[
		'student',
		'Nói với học sinh, sinh viên',
		'Em đủ 14 tuổi là có tài khoản riêng. Có mức 2 thì nộp hồ sơ, xin giấy tờ, đi khám đều bằng điện thoại. Làm xong mười phút, rồi em giúp ông bà ở nhà nhé.'
	],
	[
		'shopOwner',
		'Nói với chủ cửa hàng',
		'Anh chị kinh doanh thì đăng ký, thay đổi thông tin thuế bằng VNeID, không phải chờ. Giấy tờ ở một chỗ, có giá trị pháp lý. Ai gọi bảo nộp phí cập nhật là lừa, cứ cúp máy.'
	],
	[
		'parent',
		'Nói với cha mẹ có con nhỏ',
		'Bố mẹ có mức 2 thì làm khai sinh, thường trú, thẻ bảo hiểm cho bé trong một lần. Thẻ và tài khoản cho con là theo nhu cầu, không bắt buộc.'
	],
	[
		'landlord',
		'Nói với chủ nhà trọ',
		'Anh chị báo lưu trú, giúp người thuê đăng ký tạm trú ngay trên điện thoại, khỏi đi lại. Có gì vướng cháu chuyển giúp Công an phường. Việc này bảo vệ cả chủ nhà lẫn người thuê.'
	],
	[
		'official',
		'Nói với cán bộ, đảng viên',
		'Mình và gia đình làm trước thì bà con tin. Nhờ anh chị rà giúp cả nhà đã có mức 2, đã đăng nhập được chưa. Ai chưa thì tối nay cháu hướng dẫn luôn.'
	]
];

const PAPERS: readonly (readonly [id: string, title: string, rows: readonly string[], from: readonly Source[]])[] = [
	[
		'level2',
		'Làm mức 2 tại Công an',
		[
			'Thẻ căn cước hoặc CCCD gắn chip còn hạn.',
			'Điện thoại có SIM chính chủ.',
			'Giấy tờ muốn tích hợp: bằng lái, đăng ký xe, thẻ BHYT…',
			'Không cần bản sao, không công chứng. Không mất phí.',
			'Nơi: {policePlace}, vào {deskHours}.'
		],
		[at('001', 'A3.2a'), at('001', 'A3.4 C18'), at('web', 'plo.vn post795976')]
	],
	[
		'card',
		'Làm thẻ căn cước',
		[
			'Thẻ cũ, nếu còn.',
			'Điện thoại có SIM chính chủ, để làm mức 2 luôn.',
			'Làm lần đầu: hỏi trước Công an xã/phường cần giấy gì.',
			'Nơi: {policePlace}, vào {deskHours}.'
		],
		[at('001', 'A3.2a'), at('law', 'QĐ 5230/QĐ-BCA-C06', 'S')]
	],
	[
		'child',
		'Làm thẻ, tài khoản cho trẻ',
		[
			'Trẻ từ 6 tuổi đến cùng người đại diện.',
			'Thẻ căn cước của người đại diện (đã có mức 2).',
			'Điện thoại chính chủ của người đại diện.',
			'Giấy khai sinh của trẻ, nếu có.'
		],
		[at('web', 'vtcnews ar966566'), at('web', 'TK01, người dưới 14 tuổi (09/2026)', 'S')]
	],
	[
		'guardianship',
		'Người được giám hộ',
		['Cả hai người cùng đến.', 'Thẻ căn cước, điện thoại chính chủ của người giám hộ.', 'Giấy chứng minh giám hộ.'],
		[at('001', 'A3.4 C5'), at('web', 'TK01 (09/2026)', 'S')]
	],
	[
		'foreigner',
		'Người nước ngoài',
		[
			'Hộ chiếu.',
			'Thẻ thường trú hoặc tạm trú.',
			'Điện thoại.',
			'Nơi: Phòng Quản lý xuất nhập cảnh, Công an tỉnh/thành phố.'
		],
		[at('web', 'mps.gov.vn d23-t45813')]
	],
	[
		'residence',
		'Đăng ký thường trú, tạm trú',
		[
			'Thẻ căn cước.',
			'Tờ khai CT01.',
			'Giấy tờ về chỗ ở, nếu dữ liệu chưa có.',
			'Thuê, ở nhờ: thông tin và sự đồng ý của chủ nhà.',
			'Giấy tờ đã có trong dữ liệu hoặc VNeID thì không phải nộp lại.'
		],
		[at('law', 'TT 116/2026/TT-BCA', 'S')]
	],
	[
		'undocumented',
		'Người chưa có giấy tờ',
		[
			'Mang theo bất cứ giấy nào còn giữ, kể cả giấy cũ.',
			'Đi cùng người thân hoặc hàng xóm biết rõ mình, nếu có.',
			'Gặp Tư pháp – Hộ tịch và Công an xã/phường. Không ai hứa trước kết quả.'
		],
		[at('003', 'L6')]
	],
	[
		'health',
		'Đi khám BHYT',
		[
			'Thẻ căn cước gắn chip, hoặc VNeID đã kích hoạt, hoặc VssID.',
			'Thẻ BHYT giấy nếu thuộc ba trường hợp còn được cấp.'
		],
		[at('001', 'A5'), at('web', 'nld 19625102809113739')]
	],
	[
		'sim',
		'Ra nhà mạng làm SIM',
		['Thẻ căn cước của chính chủ SIM.', 'Điện thoại và SIM đang dùng.'],
		[at('web', 'index.vn (TT 08/2026/TT-BKHCN)')]
	]
];

const SCAMS: readonly (readonly [id: string, title: string, how: string, reply: string, from: string])[] = [
	[
		'merger',
		'Giả gọi cập nhật địa giới, VNeID sau sáp nhập',
		'Người lạ xưng Công an, cán bộ phường, bảo cập nhật gấp kẻo bị khóa.',
		'Dữ liệu tự cập nhật. Cúp máy, cần thì ra Công an xã/phường.',
		'kenh14 215250809092056717; baolamdong 381194'
	],
	[
		'fake-app',
		'Ứng dụng VNeID, dịch vụ công giả',
		'Gửi đường dẫn hoặc tệp cài; cài xong máy bị điều khiển từ xa.',
		'Chỉ cài từ kho ứng dụng. Lỡ cài thì bật chế độ máy bay.',
		'dantri 20250718223608817'
	],
	[
		'face',
		'Bảo nhìn vào camera, quay mặt',
		'Lấy hình khuôn mặt để mở tài khoản, chuyển tiền.',
		'Không quay mặt theo lời người lạ trong cuộc gọi.',
		'vtcnews ar962614'
	],
	[
		'fee',
		'Đòi phí nhỏ, ví dụ 22.000 đồng',
		'Bảo trả phí cập nhật để lấy thông tin thẻ ngân hàng.',
		'Tài khoản không mất phí. Không trả.',
		'dantri 20250718223608817'
	],
	[
		'gift',
		'Quà lễ 2/9, quà Tết',
		'Đường dẫn nhận quà, bắt điền tài khoản.',
		'Chỉ xem trong VNeID, không bấm đường dẫn.',
		'cafef 188260125190744879'
	],
	[
		'deepfake',
		'Hình và giọng cán bộ giả',
		'Cuộc gọi hình giống người thật, thúc giục.',
		'Cúp máy, gọi lại số của phường, hoặc ra gặp trực tiếp.',
		'soha 198260113093104898'
	],
	[
		'ask-data',
		'Xưng Công an hỏi thêm thông tin để cấp tài khoản',
		'Hỏi số thẻ, mã OTP, tài khoản ngân hàng.',
		'Công an không gọi điện để hỏi. Không trả lời.',
		'FAQ C22'
	],
	[
		'visitor',
		'Người lạ đến nhà giả tình nguyện viên',
		'Không có thẻ, đi một mình, đòi chụp thẻ hoặc thu tiền.',
		'Quét mã trên thẻ, gọi phường. Không đưa thẻ, không đưa máy.',
		'kenh14 215250809092056717'
	]
];

export const CARD_ARTICLES: readonly Article[] = [
	...PITCHES.map(([audience, title, spoken]) =>
		article(
			'pitch',
			{ id: `pitch-${audience.toLowerCase()}`, title, since: '2022-05-19', from: BENEFITS, audiences: [audience] },
			spoken
		)
	),
	...PAPERS.map(([id, title, rows, from]) =>
		article(
			'papers',
			{
				id: `papers-${id}`,
				title: `Cần mang: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
				since: '2024-07-01',
				from,
				keywords: ['giấy tờ', 'mang theo']
			},
			rows
		)
	),
	article(
		'contact',
		{
			id: 'contact-hotline',
			title: 'Tổng đài về định danh điện tử',
			since: '2022-05-19',
			from: [at('001', 'A3.4 C22'), at('web', 'znews post1606908')],
			facts: { numbers: [HOTLINE] },
			wardConfirms: [HOTLINE],
			keywords: ['tổng đài', 'hotline', 'khóa tài khoản']
		},
		'Báo cuộc gọi lừa đảo, khóa tài khoản, hỏi khi quá 7 ngày. Tổng đài không hỏi mã OTP hay mật khẩu.'
	),
	article(
		'contact',
		{
			id: 'contact-spam',
			title: 'Báo cuộc gọi, tin nhắn rác, lừa đảo',
			since: '2024-01-01',
			from: [at('web', 'đầu số 156, 5656 (2024)')],
			facts: { numbers: ['156', '5656'] },
			keywords: ['báo số lạ', 'tin nhắn rác']
		},
		'Nhắn hoặc gọi miễn phí để báo số lạ.'
	),
	article(
		'contact',
		{
			id: 'contact-sites',
			title: 'Hai trang chính thức',
			since: '2024-07-01',
			from: [at('004', 'G'), at('000', '§4')],
			facts: { numbers: [] },
			keywords: ['trang web', 'địa chỉ đúng']
		},
		'https://vneid.gov.vn và https://dichvucong.gov.vn. Tự gõ, không bấm đường dẫn người khác gửi. Số của phường, Công an, trạm y tế xem trong danh bạ do phường điền.'
	),
	article(
		'handbook',
		{
			id: 'scam-patterns',
			title: 'Các kiểu lừa thường gặp',
			since: '2025-07-01',
			from: [
				at('web', 'kenh14 215250809092056717; baolamdong 381194; dantri 20250718223608817; cafef 188260125190744879')
			],
			keywords: ['lừa đảo', 'chiêu trò'],
			links: [{ to: 'P16-scam', words: 'Đang bị gọi, đã lỡ bấm' }]
		},
		SCAMS.map(([, title, , reply]) => `${title}: ${reply.charAt(0).toLowerCase()}${reply.slice(1)}`),
		warning('Không ai gọi điện để cập nhật VNeID.')
	),
	...SCAMS.map(([id, title, how, reply, from]) =>
		article(
			'scam',
			{
				id: `scam-${id}`,
				title,
				since: id === 'ask-data' ? '2022-05-19' : '2025-07-01',
				from: [id === 'ask-data' ? at('001', 'A3.4 C22') : at('web', from)],
				links: [{ to: 'P16-scam', words: 'Đang bị gọi, đã lỡ bấm' }]
			},
			how,
			reply
		)
	)
];
