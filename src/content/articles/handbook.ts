// What the seed handbook taught (digest a), brought up to date and in our own words: the programme, the benefits, the
// roles without the abolished level of administration, and where things stand on a phone.

import type { Article } from '../../lib/domain/content.ts';
import { article, at, heading, numbered, table } from '../write.ts';

const REFORM = at('web', 'dientuungdung.vn 10143; dantri 20250816040121716');
const POSTS = at('web', 'tên chức danh sau sắp xếp', 'U');

const BACKGROUND: readonly Article[] = [
	article(
		'handbook',
		{
			id: 'project06',
			title: 'Đề án 06 là gì',
			since: '2022-01-06',
			from: [at('000', '§1.1')],
			keywords: ['đề án 06', 'QĐ 06/QĐ-TTg']
		},
		'Quyết định 06/QĐ-TTg ngày 06/01/2022: dùng dữ liệu dân cư, định danh và xác thực điện tử để chuyển đổi số quốc gia giai đoạn 2022–2025, tầm nhìn 2030.',
		[
			'Bảy quan điểm: cả hệ thống chính trị cùng làm; dữ liệu là tài nguyên; dữ liệu dân cư là gốc; người dân là trung tâm và chỉ khai một lần; dùng hiệu quả; an toàn; gắn với phát triển.'
		]
	),
	article(
		'handbook',
		{
			id: 'population-database',
			title: 'Cơ sở dữ liệu quốc gia về dân cư',
			since: '2021-07-01',
			from: [at('000', '§1.2'), at('001', 'A2')],
			keywords: ['dữ liệu dân cư', 'khai một lần', 'sổ hộ khẩu']
		},
		'Thông tin cơ bản của mọi công dân, đã số hóa, do Bộ Công an quản lý, các ngành dùng chung. Từ 01/07/2021 thay dần sổ hộ khẩu, sổ tạm trú giấy.',
		'Khai một lần: điều đã có trong dữ liệu thì cơ quan không hỏi lại.',
		heading('Dữ liệu lớn lên thế nào'),
		numbered(
			'Trước 2018: sổ giấy của cảnh sát khu vực.',
			'2018: thu thập bằng phiếu DC01.',
			'2020: quét, nhập, dùng chung trong ngành Công an.',
			'Nay: làm sạch và làm giàu.'
		)
	),
	article(
		'handbook',
		{
			id: 'two-things',
			title: 'Hai việc mỗi người nên làm',
			since: '2022-01-06',
			from: [at('000', '§1.2')],
			keywords: ['cập nhật dữ liệu', 'thẻ gắn chip']
		},
		['Xem và cập nhật dữ liệu của mình cho đúng.', 'Có thẻ căn cước gắn chip còn hạn.']
	),
	article(
		'handbook',
		{
			id: 'account-levels',
			title: 'Tài khoản định danh và hai mức',
			from: [at('000', '§1.3'), at('001', 'A3.4 C1'), at('001', 'A3.4 C3'), at('web', 'luatvietnam.vn 98147')],
			keywords: ['mức 1', 'mức 2', 'định danh điện tử'],
			links: [
				{ to: 'utilities', words: 'Mức nào dùng được gì' },
				{ to: 'P4-level2', words: 'Đăng ký mức 2 tại Công an' }
			]
		},
		'Tài khoản do hệ thống của Bộ Công an tạo, dùng trong VNeID. Có ba con số khác nhau: đã cấp, đã kích hoạt, đã đăng nhập. Chỉ khi đăng nhập được mới tính là xong.',
		table(
			['Điểm khác', 'Mức 1', 'Mức 2'],
			['Làm ở đâu', 'Trên ứng dụng', 'Công an xã/phường bất kỳ'],
			['Đối chiếu', 'Thông tin, ảnh', 'Khuôn mặt, vân tay'],
			['Dùng được', 'Ít', 'Đầy đủ']
		)
	),
	article(
		'handbook',
		{
			id: 'digital-transformation',
			title: 'Chuyển đổi số là gì',
			since: '2022-01-06',
			from: [at('000', '§1.4')],
			keywords: ['chuyển đổi số', 'chính phủ số', 'kinh tế số', 'xã hội số']
		},
		'Đổi cách sống, cách làm việc, cách sản xuất nhờ công nghệ số. Ba trụ cột: chính phủ số, kinh tế số, xã hội số. Nhà nước, doanh nghiệp và người dân cùng có lợi.'
	),
	article(
		'handbook',
		{
			id: 'online-services',
			title: 'Dịch vụ công và dịch vụ công trực tuyến',
			since: '2022-01-06',
			from: [at('000', 'DVCTT')],
			keywords: ['dịch vụ công trực tuyến', 'DVCTT'],
			links: [
				{ to: 'services-list', words: '25 dịch vụ thường dùng' },
				{ to: 'service-levels', words: 'Toàn trình và một phần' }
			]
		},
		'Dịch vụ công là việc cơ quan nhà nước làm cho người dân theo quy định. Dịch vụ công trực tuyến là làm việc đó trên mạng.'
	),
	article(
		'handbook',
		{
			id: 'rollout',
			title: 'Việc cấp tài khoản đã đi qua những chặng nào',
			since: '2022-02-25',
			status: 'historical',
			successor: 'account-levels',
			from: [at('001', 'A3.3'), at('002', 'A3'), at('002', 'L')],
			keywords: ['lịch sử', '18/7/2022']
		},
		numbered(
			'25/02–31/03/2022: cấp cùng lúc làm thẻ.',
			'Từ 01/04/2022: người đã có thẻ.',
			'Từ 01/05/2022: người nước ngoài.',
			'18/07/2022: VNeID chính thức có trên App Store và CH Play.',
			'Từ 15/07/2022 (theo kế hoạch): tổ chức.'
		)
	),
	article(
		'handbook',
		{
			id: 'duties-of-agencies',
			title: 'Việc của cơ quan và doanh nghiệp',
			since: '2022-05-19',
			from: [at('001', 'A3.2b'), at('001', 'A3.2c'), at('002', 'A2.2–2.4')],
			keywords: ['trách nhiệm', 'doanh nghiệp']
		},
		[
			'Cơ quan: số hóa hồ sơ, kết nối, dùng đúng mục đích, phòng chống lộ, lọt dữ liệu.',
			'Doanh nghiệp: chỉ xác thực khi khách đồng ý, giữ kín dữ liệu.'
		]
	),
	article(
		'handbook',
		{
			id: 'benefits',
			title: 'Lợi ích theo từng người',
			since: '2022-05-19',
			from: [at('001', 'A3.1'), at('002', 'A1')],
			keywords: ['lợi ích', 'thuyết phục']
		},
		heading('Người dân'),
		[
			'Giao dịch chắc chắn, nhanh, rẻ; lúc nào, ở đâu cũng được mà vẫn an toàn.',
			'Giấy tờ ở một chỗ, có giá trị pháp lý; chia sẻ bằng mã QR.',
			'Dịch vụ, mua bán, trả tiền không cần tiền mặt.'
		],
		heading('Cơ quan'),
		['Xác minh nhanh, đúng; bớt người, bớt kho, bớt giấy; giải quyết trên mạng.'],
		heading('Doanh nghiệp'),
		['Biết chắc khách hàng khi họ đồng ý; thanh toán nhanh, bớt giấy.'],
		heading('Người quản lý'),
		['Làm trên mạng thay giấy; dữ liệu luôn đúng, đủ, sạch, sống; có số liệu để làm chính sách.']
	),
	article(
		'handbook',
		{
			id: 'utility-groups',
			title: 'Năm nhóm tiện ích của Đề án 06',
			since: '2022-01-06',
			from: [at('000', '05 nhóm tiện ích'), at('001', 'A1.2')],
			keywords: ['5 nhóm tiện ích']
		},
		numbered(
			'Thủ tục hành chính và dịch vụ công trực tuyến.',
			'Kinh tế – xã hội.',
			'Công dân số.',
			'Hệ sinh thái kết nối, làm giàu dữ liệu.',
			'Chỉ đạo, điều hành.'
		)
	),
	article(
		'handbook',
		{
			id: 'clean-data',
			title: 'Đúng, đủ, sạch, sống',
			since: '2022-01-06',
			from: [at('000', '§3.1-5'), at('003', 'L3')],
			keywords: ['làm sạch dữ liệu', 'cờ dữ liệu']
		},
		[
			'Đúng: khớp giấy tờ và thực tế.',
			'Đủ: ô cần có đều có.',
			'Sạch: không trùng, không còn người đã mất.',
			'Sống: thay đổi là cập nhật ngay.'
		],
		'Tình nguyện viên chỉ nêu cờ dữ liệu theo mã; không ghi lời kể về ai, không chụp giấy tờ.'
	),
	article(
		'handbook',
		{
			id: 'residence-terms',
			title: 'Thường trú, tạm trú, tạm vắng, lưu trú',
			since: '2025-12-15',
			from: [at('web', 'cafef 188251107110800301'), at('001', 'B')],
			keywords: ['thường trú', 'tạm trú', 'tạm vắng', 'lưu trú'],
			links: [
				{ to: 'P10-temporary-residence', words: 'Đăng ký tạm trú' },
				{ to: 'P12-stay-notice', words: 'Thông báo lưu trú' }
			]
		},
		table(
			['Từ', 'Là gì'],
			['Thường trú', 'Nơi ở ổn định đã đăng ký'],
			['Tạm trú', 'Ở nơi khác từ 30 ngày'],
			['Tạm vắng', 'Khai ở nơi mình rời đi'],
			['Lưu trú', 'Ở dưới 30 ngày, không phải nơi đã đăng ký']
		)
	),
	article(
		'handbook',
		{
			id: 'residence-procedures',
			title: '11 thủ tục cư trú trên cổng',
			since: '2022-05-19',
			from: [at('001', 'B2', 'U')],
			keywords: ['danh sách thủ tục', 'xóa đăng ký', 'điều chỉnh', 'gia hạn'],
			links: [
				{ to: 'P9-permanent-residence', words: 'Đăng ký thường trú' },
				{ to: 'P8-answer', words: 'Đọc giấy trả lời' }
			]
		},
		'Tên đúng như trong danh sách của cổng năm 2022. Sáu thủ tục có hướng dẫn từng bước; các thủ tục còn lại nộp theo cùng một cách, hỏi Công an xã/phường giấy tờ cần có.',
		[
			'“Đăng ký thường trú”',
			'“Đăng ký tạm trú”',
			'“Gia hạn tạm trú”',
			'“Khai báo tạm vắng”',
			'“Thông báo lưu trú”',
			'“Tách hộ”',
			'“Xác nhận thông tin về cư trú”',
			'“Xóa đăng ký thường trú”',
			'“Xóa đăng ký tạm trú”',
			'“Điều chỉnh thông tin về cư trú”',
			'“Khai báo thông tin về cư trú” (người chưa đủ điều kiện đăng ký)'
		]
	),
	article(
		'handbook',
		{
			id: 'nfc-where',
			title: 'NFC nằm ở đâu trên máy',
			since: '2024-07-01',
			from: [at('002', 'A4.2 B5'), at('003', 'G-I5')],
			keywords: ['NFC', 'đọc chip', 'áp thẻ']
		},
		'Android: mở cài đặt, tìm chữ NFC và bật lên. Không có mục đó là máy không có NFC. iPhone: máy đời mới có sẵn, không phải bật.',
		{ kind: 'picture', picture: 'nfc-iphone', text: 'iPhone: áp thẻ vào phần trên, sát camera.' },
		{
			kind: 'picture',
			picture: 'nfc-android',
			text: 'Android: áp vào giữa lưng máy; chưa được thì nhích lên trên.'
		},
		['Tháo ốp lưng dày trước khi áp thẻ.', 'Giữ yên vài giây, không rê thẻ.']
	),
	article(
		'handbook',
		{
			id: 'validation-rules',
			title: 'Quy tắc khi nhập liệu',
			since: '2024-07-01',
			from: [
				at('000', '§5 B3'),
				at('001', 'B2'),
				at('002', 'A4.2 B7'),
				at('web', 'phunutoday d371723'),
				at('law', 'NĐ 69/2024/NĐ-CP Đ.14')
			],
			keywords: ['mật khẩu', 'passcode', 'OTP', 'dung lượng tệp', 'quy tắc']
		},
		table(
			['Gì', 'Quy tắc'],
			['Số định danh', '12 chữ số'],
			['Mật khẩu VNeID', '8–20 ký tự; có số, chữ hoa, chữ thường, một ký tự trong !@#$%^&*()_'],
			['Đổi mật khẩu', 'Nên sáu tháng một lần'],
			['Mật khẩu cổng cũ', 'Cổng quốc gia và cổng Bộ Công an (từ 8 ký tự, đủ bốn loại): không dùng nữa'],
			['Mã OTP', 'Sống 3 phút'],
			['Passcode', 'Đúng 6 chữ số'],
			['Câu hỏi bảo mật', '2 câu, chọn trong danh sách'],
			['Thư điện tử', 'Không bắt buộc'],
			['Tệp đính kèm', 'Không quá 5 MB mỗi tệp (2022, cần kiểm tra lại)'],
			['Tuổi', 'Từ 14 tuổi tự làm; dưới 14 tuổi qua người đại diện'],
			['Thẻ', 'Căn cước hoặc CCCD còn hạn'],
			['SIM', 'Chính chủ; một số một người; chưa gắn tài khoản khác'],
			['Hệ điều hành', 'Android 5, iOS 9 trở lên (2022, xem trên kho ứng dụng)'],
			['NFC', 'Nên có; máy mới không có máy cũ thì bắt buộc'],
			['Số máy', 'Mỗi lần một máy'],
			['Kích hoạt', 'Trong 7 ngày kể từ khi nhận thông báo'],
			['Phí tài khoản', 'Không mất phí'],
			['Thời hạn', 'Theo thời hạn của thẻ (cần kiểm tra lại)'],
			['Ngày tạm trú', 'Ngày kết thúc không trước ngày bắt đầu; ghi cả hai']
		)
	),
	article(
		'handbook',
		{
			id: 'documents',
			title: 'Văn bản cần biết',
			since: '2024-07-01',
			from: [
				at('law', 'Luật Căn cước 26/2023/QH15'),
				at('law', 'NĐ 320/2026/NĐ-CP', 'S'),
				at('law', 'TT 116/2026/TT-BCA', 'S')
			],
			keywords: ['nghị định', 'luật căn cước', 'thông tư', 'căn cứ']
		},
		heading('Nay'),
		[
			'Luật Căn cước 26/2023/QH15; NĐ 69/2024/NĐ-CP, sửa đổi bởi NĐ 320/2026/NĐ-CP.',
			'Luật Cư trú 2020; tờ khai CT01 theo TT 116/2026/TT-BCA.',
			'Luật 91/2025/QH15 và NĐ 356/2025/NĐ-CP: bảo vệ dữ liệu cá nhân.',
			'TT 08/2026/TT-BKHCN: xác thực thuê bao.',
			'QĐ 06/QĐ-TTg ngày 06/01/2022: Đề án 06.'
		],
		heading('Trước đây, nay đã thay'),
		[
			'QĐ 34/2021/QĐ-TTg ngày 08/11/2021; NĐ 59/2022/NĐ-CP ngày 05/09/2022.',
			'TT 56/2021/TT-BCA (mẫu CT04, CT05, CT06); TT 53/2025.',
			'CT 05/CT-TTg ngày 23/02/2023; CT 04/CT-TTg ngày 11/02/2024.',
			'CV 931/BYT-BH ngày 28/02/2022: khám BHYT bằng thẻ chip.',
			'NĐ 99/2016/NĐ-CP ngày 01/07/2016: con dấu.',
			'Công văn của địa phương 2022–2024: KH 1553/KH-CATP-PX03, KH 3300/KH-UBND, 4289/UBND-CA, 2500/UBND-NC, KH 23/KH-TCTTKĐA06, KH 70/KH-UBND, 1239/UBND-CA, 859/CV-TCTTKĐA, 368/VPUBND-NC, 543/CV-TCTTKĐA.'
		]
	),
	article(
		'handbook',
		{
			id: 'outreach',
			title: 'Nói ở đâu, nói thế nào',
			since: '2022-05-19',
			from: [at('001', 'L3'), at('002', 'L1–4'), at('003', 'L8')],
			keywords: ['tuyên truyền', 'vận động', 'loa', 'zalo']
		},
		[
			'Trước hết người dễ tiếp cận: học sinh, giáo viên, cán bộ; rồi mọi người.',
			'Ngắn, dễ nhớ, gần gũi. Cán bộ, đảng viên và gia đình làm trước.',
			'Họp tổ, loa, nhóm Zalo, Facebook, Viber, băng rôn, tờ rơi, lớp tập huấn, giúp tại quầy, đến từng nhà.',
			'Nơi đông người: trụ sở, trường, trạm y tế, công ty, khu công nghiệp.'
		]
	),
	article(
		'handbook',
		{
			id: 'visit-rules',
			title: 'Năm điều khi đến nhà',
			since: '2022-05-19',
			from: [at('000', '§3.2'), at('001', 'A3.4 C19'), at('web', 'kenh14 215250809092056717')],
			keywords: ['quy tắc', 'lời chào', 'mở đầu']
		},
		numbered(
			'Đi hai người, có thẻ; khu phố hoặc cảnh sát khu vực đã báo trước.',
			'Người dân cầm máy và tự nhập mã. Không chụp thẻ, không thu tiền.',
			'Xin đồng ý trước khi ghi. Từ chối thì vẫn để lại tờ hướng dẫn.',
			'Xong là khi thấy mức đã kích hoạt và đăng nhập một lần trên máy người dân.',
			'Gặp cuộc gọi lừa đảo, cãi nhau, người say: dừng, chỉ để cảnh sát khu vực liên hệ.'
		),
		heading('Lời chào'),
		'Chào bác, cháu ở tổ Đề án 06 khu phố, đi cùng anh chị đây. Bác xem thẻ của cháu, quét mã này là kiểm tra được. Cháu đến hướng dẫn dùng VNeID và dịch vụ công, không thu tiền, không hỏi mã OTP, mật khẩu hay tài khoản ngân hàng. Bác có mười phút không ạ?',
		heading('Lời kết'),
		'Ai gọi điện bảo cập nhật VNeID thì bác đừng làm theo, ra Công an xã/phường hỏi.'
	)
];

const ROLES: readonly Article[] = [
	article(
		'role',
		{
			id: 'role-ward-task-force',
			title: 'Tổ công tác Đề án 06 xã/phường',
			since: '2025-07-01',
			from: [at('000', '§3.1'), at('003', 'L'), POSTS],
			keywords: ['tổ công tác phường', 'tổ trưởng', '8 nhiệm vụ'],
			facts: {
				duties: [
					'Lập và điều chỉnh kế hoạch từng giai đoạn (cả tổ).',
					'Lập tổ, quy chế, giao ban, tiến độ (cả tổ).',
					'Huy động người, thiết bị, kinh phí, hỗ trợ (Tổ trưởng, MTTQ, đoàn thể, tài chính – kế toán).',
					'Tuyên truyền nhiều cách (Công an, MTTQ, đoàn thể, văn hóa – xã hội).',
					'Giữ dữ liệu đúng, đủ, sạch, sống; thẻ căn cước cho 100% người đủ tuổi (Công an và các thành viên).',
					'Đưa dữ liệu và định danh vào 5 nhóm tiện ích; VNeID, dịch vụ công (Công an và các thành viên).',
					'Dùng dữ liệu dân cư cho chỉ đạo, quy hoạch, chỉ số tổng hợp (Tổ trưởng, Công an, văn phòng – thống kê).',
					'Theo dõi, hướng dẫn, kiểm tra thành viên xã/phường và khu phố (Tổ trưởng, MTTQ, Công an).'
				]
			}
		},
		'Gồm 12 người: Chủ tịch UBND là Tổ trưởng; Trưởng Công an là Tổ phó thường trực; cán bộ văn phòng – thống kê là Tổ phó; tư pháp – hộ tịch; văn hóa – xã hội; kinh tế – đô thị; Chủ tịch MTTQ; Bí thư Đoàn Thanh niên; Chủ tịch Hội Phụ nữ; Trưởng trạm y tế; cán bộ lao động – thương binh và xã hội; tài chính – kế toán.',
		'Công an xã/phường là cơ quan thường trực. Tên chức danh nay có thể khác, phường sửa cho đúng.'
	),
	article(
		'role',
		{
			id: 'role-quarter-task-force',
			title: 'Tổ công tác Đề án 06 khu phố, thôn, ấp',
			since: '2025-07-01',
			from: [at('000', '§3.2')],
			keywords: ['khu phố', 'thôn', 'ấp', '4 nhiệm vụ'],
			facts: {
				duties: [
					'Huy động nguồn lực.',
					'Tuyên truyền.',
					'Vận động dùng dịch vụ công trực tuyến và đăng ký định danh điện tử.',
					'Cùng Công an làm sạch dữ liệu.'
				]
			}
		},
		'Gồm 6 người: Khu phố trưởng là Tổ trưởng; cảnh sát khu vực; Bí thư Chi đoàn; Chi hội trưởng Phụ nữ; hai người biết công nghệ thông tin.',
		'Nơi làm điểm: 100% hộ được tuyên truyền.'
	),
	article(
		'role',
		{
			id: 'role-digital-team',
			title: 'Tổ công nghệ số cộng đồng, thanh niên tình nguyện',
			since: '2022-09-13',
			from: [at('002', 'L1'), at('003', 'L8')],
			keywords: ['tình nguyện viên', 'thanh niên', 'bình dân học vụ số'],
			facts: {
				duties: [
					'Tuyên truyền.',
					'Giúp kỹ năng số.',
					'Giúp đăng ký mức 1, kích hoạt, đăng nhập dịch vụ công bằng VNeID.',
					'Chuyển việc khó cho khu phố hoặc phường.'
				]
			}
		},
		'Bên cạnh còn có đội Bình dân học vụ số. Tình nguyện viên chuẩn bị, đặt lịch, đi cùng, kích hoạt; không bao giờ cấp tài khoản.'
	),
	article(
		'role',
		{
			id: 'role-ward-police',
			title: 'Công an xã/phường, cảnh sát khu vực',
			since: '2025-07-01',
			from: [at('003', 'L'), at('003', 'L7'), REFORM],
			keywords: ['công an', 'CSKV', 'thường trực'],
			facts: {
				duties: [
					'Thường trực của tổ công tác; thống kê.',
					'Làm thẻ, mức 2; buổi thu nhận lưu động.',
					'Rà người ở thực tế, kể cả chưa đăng ký.',
					'Trả lời cờ dữ liệu, việc được chuyển đến.'
				]
			}
		},
		'Công an xã/phường là cấp cơ sở; việc đi từ khu phố lên xã/phường rồi lên tỉnh/thành phố.'
	),
	article(
		'role',
		{
			id: 'role-civil-status',
			title: 'Tư pháp – Hộ tịch',
			since: '2023-06-01',
			from: [at('003', 'L6')],
			keywords: ['tư pháp', 'hộ tịch'],
			facts: {
				duties: [
					'Cung cấp, chỉnh dữ liệu hộ tịch.',
					'Hướng dẫn người không có dữ liệu, không giấy tờ.',
					'Xử lý người đã mất, ngày sinh chưa đủ.'
				]
			}
		},
		'Nhận các cờ DF-03, DF-04, DF-08, DF-16.'
	),
	article(
		'role',
		{
			id: 'role-one-stop',
			title: 'Bộ phận Một cửa, bưu chính công ích',
			since: '2023-06-01',
			from: [at('003', 'L8')],
			keywords: ['một cửa', 'bưu điện'],
			facts: { duties: ['Giúp kỹ năng số và nộp hồ sơ tại quầy.', 'Giúp người không có máy, máy cũ.'] }
		},
		'Nơi: {deskPlace}, vào {deskHours}.'
	),
	article(
		'role',
		{
			id: 'role-associations',
			title: 'MTTQ, đoàn thể, tổ nhân dân',
			since: '2022-05-19',
			from: [at('001', 'L1–3')],
			keywords: ['mặt trận', 'phụ nữ', 'thanh niên', 'tổ dân phố'],
			facts: { duties: ['Phổ biến tài liệu, phim hướng dẫn.', 'Vận động hội viên làm trước.'] }
		},
		'Ủy ban Mặt trận Tổ quốc, Hội Phụ nữ, Đoàn Thanh niên, nhóm nhân dân, tổ nhân dân, tổ dân phố, ấp.'
	),
	article(
		'role',
		{
			id: 'role-units',
			title: 'Thủ trưởng cơ quan, trường, trạm y tế',
			since: '2023-06-01',
			from: [at('002', 'L1'), at('003', 'L2–5')],
			keywords: ['cơ quan', 'trường học', 'trạm y tế'],
			facts: {
				duties: ['100% cán bộ có thẻ và đã dùng tài khoản.', 'Gửi danh sách người chưa có mức 2.', 'Cử một đầu mối.']
			}
		},
		'Kết quả có thể được tính vào thi đua cuối năm.'
	),
	article(
		'role',
		{
			id: 'role-leader',
			title: 'Tổ trưởng, lãnh đạo xã/phường',
			since: '2025-07-01',
			from: [at('000', '§3.1'), at('003', 'L2–5')],
			keywords: ['tổ trưởng', 'chủ tịch', 'giao ban'],
			facts: {
				duties: [
					'Xem khu phố nào chậm, ai quá hạn.',
					'Giao ban, phân công ngõ.',
					'Báo cáo tháng: kết quả, khó khăn, đề xuất.',
					'Khen thưởng, nhắc nhở theo kết quả.',
					'Hết đợt thì xóa dữ liệu cá nhân.'
				]
			}
		},
		'Không cần tên người dân để thấy tiến độ.'
	),
	article(
		'role',
		{
			id: 'role-higher',
			title: 'Cấp tỉnh và trung ương',
			since: '2025-07-01',
			from: [at('001', 'A3.3'), at('002', 'L1–6'), at('004', 'L3'), REFORM],
			keywords: ['tỉnh', 'C06', 'bộ công an', 'PC06', 'xuất nhập cảnh'],
			facts: {
				duties: [
					'UBND và Công an tỉnh/thành phố: kế hoạch, tổng hợp báo cáo, truyền thông, nhận khó khăn.',
					'C06 và Trung tâm dữ liệu quốc gia về dân cư: cấp, duyệt tài khoản, gửi tin nhắn.',
					'A08 và Phòng Quản lý xuất nhập cảnh: người nước ngoài.',
					'Tổ công tác của Chính phủ: hướng dẫn, tập huấn, dùng lại tiện ích.'
				]
			}
		},
		'Chỉ có ba chặng: khu phố – xã/phường/đặc khu – tỉnh/thành phố.'
	),
	article(
		'role',
		{
			id: 'role-residents',
			title: 'Người dân, người đại diện, cơ sở',
			since: '2022-05-19',
			from: [at('001', 'A3.2'), at('001', 'A4.2'), at('001', 'A5'), at('001', 'B4')],
			keywords: ['công dân', 'chủ nhà trọ', 'cơ sở khám bệnh'],
			facts: {
				duties: [
					'Từ 14 tuổi tự làm; dưới 14 tuổi và người được giám hộ làm qua người đại diện.',
					'Chủ cơ sở lưu trú thông báo lưu trú.',
					'Cơ sở khám bệnh nhận thẻ căn cước, VNeID.',
					'Giữ kín mật khẩu, passcode, mã OTP.'
				]
			}
		},
		'Tham gia là tự nguyện.'
	)
];

export const HANDBOOK_ARTICLES: readonly Article[] = [...BACKGROUND, ...ROLES];
