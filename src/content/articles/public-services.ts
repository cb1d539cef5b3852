// The 25 services of the seed handbook (digest c.1), the older and the newer scale of service levels, and the finder that
// leads from what a family says to a service. The list was extended later: a ward adds rows, nobody edits code.

import type { Article } from '../../lib/domain/content.ts';
import { article, at, day, table, warning } from '../write.ts';

const LIST = [at('000', '25 DV'), at('001', 'A4.1')];
const EXTENDED = at('web', 'danh mục được mở rộng về sau', 'U');

const VEHICLE = at('law', 'TT 79/2024 và các lần sửa đổi', 'S');

type Row = readonly [
	number: number,
	code: string,
	title: string,
	handledBy: string,
	trigger: string,
	today: string,
	...links: (readonly [string, string])[]
];

const P = 'wardPolice';
const J = 'civilStatus';
const H = 'socialInsurance';

const ROWS: readonly Row[] = [
	[
		1,
		'cmnd-number-confirm',
		'Xác nhận số CMND khi đã có thẻ căn cước',
		P,
		'Giấy nhà đất, ngân hàng còn ghi số 9 chữ số',
		'Công an xã/phường; nhiều nơi chỉ cần xem trong VNeID.'
	],
	[
		2,
		'id-card-renew',
		'Cấp, cấp đổi, cấp lại thẻ căn cước',
		P,
		'Hết hạn, mất, đủ 14, 25, 40, 60 tuổi',
		'Công an xã/phường; đổi thẻ làm được trên VNeID khi có mức 2.',
		['card-procedures', 'Làm thẻ căn cước'],
		['card-fees', 'Lệ phí']
	],
	[
		3,
		'perm-residence',
		'Đăng ký thường trú',
		P,
		'Em bé mới sinh, kết hôn, mua nhà',
		'Nộp trên mạng khi có mức 2, hoặc tại Công an xã/phường.',
		['P9-permanent-residence', 'Hướng dẫn từng bước']
	],
	[
		4,
		'temp-residence',
		'Đăng ký tạm trú',
		P,
		'Người thuê trọ, công nhân',
		'Ở từ 30 ngày ngoài nơi thường trú.',
		['P10-temporary-residence', 'Hướng dẫn từng bước']
	],
	[
		5,
		'temp-absence',
		'Khai báo tạm vắng',
		P,
		'Đi xa lâu ngày',
		'Khai ở nơi mình rời đi.',
		['P11-temporary-absence', 'Hướng dẫn từng bước']
	],
	[
		6,
		'stay-notice',
		'Thông báo lưu trú',
		P,
		'Có khách, có nhà trọ',
		'Làm trong VNeID.',
		['P12-stay-notice', 'Hướng dẫn từng bước']
	],
	[
		7,
		'motorbike-reg',
		'Đăng ký, cấp biển số mô tô, xe gắn máy',
		P,
		'Mua xe mới, mua xe cũ',
		'Công an xã/phường hoặc cấp tỉnh; hỏi nơi nhận trước khi đi.'
	],
	[
		8,
		'traffic-fine-camera',
		'Nộp phạt giao thông qua thiết bị ghi hình (phạt nguội)',
		P,
		'Có giấy báo phạt',
		'Trên Cổng Dịch vụ công; tự mở cổng, không bấm đường dẫn trong tin nhắn.',
		['P6-portal-sign-in', 'Đăng nhập cổng']
	],
	[
		9,
		'birth-reg',
		'Đăng ký khai sinh',
		J,
		'Em bé mới sinh',
		'Nên làm liên thông cùng thường trú và thẻ BHYT.',
		['service-bundle-birth', 'Làm liên thông']
	],
	[
		10,
		'death-reg',
		'Đăng ký khai tử',
		J,
		'Người nhà mới mất',
		'Nên làm liên thông cùng xóa thường trú và trợ cấp mai táng.',
		['service-bundle-death', 'Làm liên thông']
	],
	[11, 'marriage-reg', 'Đăng ký kết hôn', J, 'Cặp đôi sắp cưới', 'Tư pháp – Hộ tịch xã/phường.'],
	[
		12,
		'passport',
		'Cấp, cấp lại, sửa đổi hộ chiếu phổ thông',
		P,
		'Đi nước ngoài',
		'Nộp trên mạng bằng VNeID.',
		['P6-portal-sign-in', 'Đăng nhập cổng']
	],
	[
		13,
		'seal-new',
		'Làm con dấu mới và cấp giấy chứng nhận đăng ký mẫu dấu',
		P,
		'Tổ chức mới thành lập',
		'Cấp tỉnh, cho tổ chức.',
		['P13-seals', 'Hướng dẫn từng bước']
	],
	[
		14,
		'seal-special',
		'Con dấu thu nhỏ, dấu nổi, dấu xi và giấy chứng nhận',
		P,
		'Tổ chức cần thêm loại dấu',
		'Cấp tỉnh, cho tổ chức.',
		['P13-seals', 'Hướng dẫn từng bước']
	],
	[
		15,
		'bundle-birth',
		'Liên thông khai sinh – thường trú – thẻ BHYT cho trẻ dưới 6 tuổi',
		`${J} ${P} ${H}`,
		'Em bé mới sinh',
		'Một lần nộp, ba kết quả.',
		['child-under-6', 'Trẻ dưới 6 tuổi']
	],
	[
		16,
		'bundle-death',
		'Liên thông khai tử – xóa thường trú – trợ cấp mai táng',
		`${J} ${P} ${H}`,
		'Người nhà mới mất',
		'Một lần nộp, ba kết quả. Nói lời chia buồn trước.'
	],
	[
		17,
		'bhyt-family-discount',
		'Tích hợp, tính giảm trừ mức đóng khi gia hạn BHYT hộ gia đình',
		H,
		'Gia hạn BHYT cả nhà',
		'Gia hạn cho cả nhà trên mạng, có giảm trừ mức đóng.',
		['P14-health-insurance', 'Khám bằng thẻ căn cước']
	],
	[
		18,
		'tax-reg',
		'Đăng ký thuế lần đầu, thay đổi thông tin (hộ, cá nhân)',
		'tax',
		'Mở cửa hàng, kinh doanh hộ',
		'Cơ quan thuế; đăng nhập bằng VNeID.',
		['P6-portal-sign-in', 'Đăng nhập cổng']
	],
	[
		19,
		'land-change',
		'Đăng ký biến động đất đai, tài sản do đổi thông tin người được cấp giấy',
		'land',
		'Đổi tên, đổi số giấy tờ, đổi địa chỉ',
		'Nơi tiếp nhận đất đai; hỏi quầy Một cửa.'
	],
	[
		20,
		'driving-licence',
		'Cấp đổi, cấp lại giấy phép lái xe',
		P,
		'Bằng lái hết hạn, mất, hỏng',
		'Nay thuộc ngành Công an; nộp trên mạng.',
		['P6-portal-sign-in', 'Đăng nhập cổng']
	],
	[
		21,
		'exam-admission',
		'Đăng ký thi tốt nghiệp THPT, xét tuyển đại học, cao đẳng',
		'education',
		'Con học lớp 12',
		'Làm theo hướng dẫn của trường.'
	],
	[
		22,
		'criminal-record',
		'Cấp phiếu lý lịch tư pháp',
		P,
		'Xin việc, đi nước ngoài',
		'Làm trên VNeID.',
		['P6-portal-sign-in', 'Đăng nhập cổng']
	],
	[
		23,
		'unemployment',
		'Giải quyết hưởng trợ cấp thất nghiệp',
		'labour',
		'Vừa mất việc',
		'Ngành lao động; hỏi quầy Một cửa nơi nhận.'
	],
	[
		24,
		'power-new',
		'Cấp điện mới từ lưới hạ áp (220/380 V)',
		'electricity',
		'Nhà mới xây, mới tách hộ',
		'Ngành điện; khi đó là thí điểm chia sẻ dữ liệu.'
	],
	[
		25,
		'power-contract-owner',
		'Thay đổi chủ thể hợp đồng mua bán điện',
		'electricity',
		'Mua nhà, đổi chủ nhà',
		'Ngành điện; khi đó là thí điểm chia sẻ dữ liệu.'
	]
];

const SERVICES = ROWS.map(([number, code, title, handledBy, trigger, today, ...rows]) =>
	article(
		'service',
		{
			id: `service-${code}`,
			title,
			summary: trigger,
			since: '2022-01-06',
			from: number === 7 ? [...LIST, VEHICLE] : LIST,
			facts: { number, code, handledBy: handledBy.split(' '), trigger },
			keywords: [trigger],
			...(rows.length > 0 ? { links: rows.map(([to, words]) => ({ to, words })) } : {})
		},
		today
	)
);

const NEEDS: readonly (readonly [id: string, title: string, services: string, ...keywords: string[]])[] = [
	['newborn', 'Em bé mới sinh', 'birth-reg bundle-birth', 'sinh con', 'khai sinh', 'bảo hiểm cho bé'],
	['death', 'Người nhà mới mất', 'death-reg bundle-death', 'qua đời', 'mai táng', 'khai tử'],
	['wedding', 'Sắp cưới', 'marriage-reg perm-residence', 'kết hôn', 'cưới', 'đăng ký kết hôn'],
	[
		'moved',
		'Chuyển nhà, mua nhà',
		'perm-residence power-contract-owner land-change',
		'nhà mới',
		'nhập khẩu',
		'hộ khẩu'
	],
	['renting', 'Thuê trọ, đi làm xa', 'temp-residence temp-absence', 'nhà trọ', 'công nhân', 'sinh viên'],
	['guests', 'Có khách, mở nhà trọ', 'stay-notice temp-residence', 'khách ở lại', 'chủ trọ'],
	['long-away', 'Đi xa lâu ngày', 'temp-absence', 'vắng nhà', 'xuất khẩu lao động'],
	['card', 'Thẻ căn cước hết hạn, mất', 'id-card-renew cmnd-number-confirm', 'làm căn cước', 'mất thẻ', 'CMND'],
	['old-number', 'Giấy tờ còn số CMND cũ', 'cmnd-number-confirm land-change', 'số 9 chữ số', 'sổ đỏ'],
	['vehicle', 'Mua xe máy', 'motorbike-reg', 'biển số', 'đăng ký xe', 'sang tên'],
	['licence', 'Bằng lái hết hạn, mất', 'driving-licence', 'giấy phép lái xe', 'GPLX'],
	['fine', 'Bị phạt nguội', 'traffic-fine-camera', 'nộp phạt', 'vi phạm giao thông'],
	['abroad', 'Đi nước ngoài', 'passport criminal-record temp-absence', 'hộ chiếu', 'du lịch'],
	['job', 'Xin việc', 'criminal-record', 'lý lịch tư pháp', 'LLTP'],
	['lost-job', 'Mất việc', 'unemployment', 'thất nghiệp', 'trợ cấp'],
	['health', 'Gia hạn BHYT cả nhà', 'bhyt-family-discount', 'bảo hiểm y tế', 'mua bảo hiểm'],
	['shop', 'Mở cửa hàng, kinh doanh', 'tax-reg', 'đăng ký thuế', 'hộ kinh doanh'],
	['school', 'Con thi tốt nghiệp, vào đại học', 'exam-admission', 'lớp 12', 'xét tuyển'],
	['land', 'Đổi tên, địa chỉ trên giấy nhà đất', 'land-change', 'sổ đỏ', 'sổ hồng', 'biến động'],
	['electricity', 'Lắp điện, đổi chủ hợp đồng điện', 'power-new power-contract-owner', 'điện mới', 'tiền điện'],
	['organisation', 'Cơ quan, doanh nghiệp làm con dấu', 'seal-new seal-special', 'con dấu', 'mẫu dấu']
];

const FINDER = NEEDS.map(([id, title, services, ...keywords]) =>
	article('need', {
		id: `need-${id}`,
		title,
		since: '2022-01-06',
		from: LIST,
		keywords,
		facts: { services: services.split(' ').map((code) => `service-${code}`) }
	})
);

export const SERVICE_ARTICLES: readonly Article[] = [
	article(
		'handbook',
		{
			id: 'services-list',
			title: '25 dịch vụ công thường dùng',
			summary: 'Nói việc của mình, ứng dụng chỉ ra thủ tục.',
			since: '2022-01-06',
			from: [...LIST, EXTENDED],
			keywords: ['dịch vụ công thiết yếu', '25 dịch vụ']
		},
		'Danh sách 2022 có 25 dịch vụ. Danh sách đã được mở rộng về sau; phường thêm dòng mới vào đây.',
		[
			'Điều kiện: số định danh cá nhân, số điện thoại chính chủ, máy có mạng.',
			'Tài khoản ngân hàng không bắt buộc, chỉ dùng khi trả lệ phí.',
			'Người dưới 14 tuổi làm qua cha, mẹ hoặc người giám hộ.',
			'Lợi ích: làm lúc nào, ở đâu cũng được; không xếp hàng; đỡ tiền xe; tự theo dõi hồ sơ; rõ ràng.'
		]
	),
	...SERVICES,
	article(
		'handbook',
		{
			id: 'service-levels',
			title: 'Mức độ dịch vụ công: thang cũ và thang mới',
			summary: 'Nay chỉ còn hai loại: toàn trình và một phần.',
			since: '2022-01-06',
			from: [
				at('000', '04 MỨC ĐỘ'),
				at('web', 'toàn trình, một phần (QĐ 5230)', 'S'),
				at('law', 'NĐ 42/2022/NĐ-CP', 'U')
			],
			keywords: ['toàn trình', 'một phần', 'mức độ 3', 'mức độ 4']
		},
		{
			...table(
				['Mức (thang cũ)', 'Làm trên mạng', 'Phải đến', 'Nay gọi là'],
				['1', 'Xem thông tin', 'Lấy mẫu, nộp, trả phí, nhận kết quả', 'Chưa phải trực tuyến'],
				['2', 'Xem thông tin, tải mẫu trống', 'Nộp, trả phí, nhận kết quả', 'Chưa phải trực tuyến'],
				['3', 'Xem, điền mẫu, nộp', 'Trả phí, nhận kết quả', 'Một phần'],
				['4', 'Xem, điền mẫu, nộp, trả phí', 'Nhận kết quả qua bưu chính', 'Toàn trình']
			),
			status: 'historical',
			successor: 'service-levels'
		},
		'Toàn trình: làm hết trên mạng, kết quả gửi về. Một phần: vẫn có lúc phải đến.'
	),
	...FINDER,
	article(
		'handbook',
		{
			id: 'card-fees',
			title: 'Lệ phí và thời hạn làm thẻ căn cước',
			summary: 'Mỗi dòng có ngày hết hạn riêng; hỏi Công an xã/phường.',
			since: '2026-08-18',
			from: [at('law', 'QĐ 5230/QĐ-BCA-C06', 'S')],
			keywords: ['lệ phí', 'phí làm thẻ', 'bao nhiêu tiền', 'miễn phí']
		},
		'Không quá 7 ngày làm việc. Hỏi Công an xã/phường trước khi trả tiền.',
		'Làm thẻ lần đầu: miễn phí.',
		'Cấp đổi: 50.000 đồng. Cấp lại: 70.000 đồng.',
		{
			kind: 'text',
			text: 'Giảm một nửa lệ phí đến hết 31/12/2026.',
			validTo: day('2026-12-31'),
			successor: 'card-fees'
		},
		{
			kind: 'text',
			text: 'Cấp đổi, cấp lại trên mạng cho người có mức 2 đủ điều kiện tích hợp: miễn phí từ 15/08/2026 đến 28/02/2027.',
			validTo: day('2027-02-28'),
			successor: 'card-fees'
		},
		'Đổi thẻ do sắp xếp đơn vị hành chính: miễn phí trên VNeID.',
		warning('Không ai thu tiền mặt tại nhà. Ai đòi phí qua điện thoại là lừa đảo.')
	)
];
