// What the seeds said and what holds today (digest m, row by row). Not shown as guidance: it answers "but the leaflet
// says …". `before` is told in the words of its time.

import type { Article, Source } from '../../lib/domain/content.ts';
import { article, at } from '../write.ts';

type Row = readonly [
	row: number,
	title: string,
	before: string,
	today: string,
	from: string,
	confidence: Source['confidence'],
	link?: readonly [string, string]
];

const ROWS: readonly Row[] = [
	[
		1,
		'Căn cứ pháp lý',
		'QĐ 34/2021/QĐ-TTg, NĐ 59/2022/NĐ-CP',
		'Luật Căn cước 2023; NĐ 69/2024/NĐ-CP, sửa đổi bởi NĐ 320/2026/NĐ-CP từ 28/09/2026.',
		'luatvietnam.vn 98147; NĐ 320/2026',
		'S',
		['documents', 'Văn bản cần biết']
	],
	[
		2,
		'Ai được cấp tài khoản',
		'Từ 14 tuổi tự làm, dưới 14 tuổi qua cha mẹ',
		'Có thêm quy định cho trẻ từ 6 đến dưới 14 tuổi, dưới 6 tuổi, người nước ngoài, tổ chức.',
		'luatvietnam.vn 98147',
		'C',
		['faq-c5', 'Ai được cấp?']
	],
	[
		3,
		'Mức 1 trong ứng dụng',
		'Đọc chip hoặc quét QR và chụp chân dung',
		'Mức 1 làm trên ứng dụng; mức 2 dùng được đầy đủ.',
		'vnfinance.vn 62933',
		'C',
		['P3-level1', 'Đăng ký mức 1']
	],
	[
		4,
		'Nơi làm mức 2',
		'Công an huyện, hoặc các cấp Công an',
		'Công an xã/phường bất kỳ, mang thẻ căn cước còn hạn và điện thoại chính chủ.',
		'plo.vn post795976; 24h.com.vn c55a1687387; cafef 188250304134339455',
		'C',
		['P4-level2', 'Đăng ký mức 2']
	],
	[
		5,
		'Thời hạn duyệt',
		'Không ghi',
		'Thường 1–7 ngày làm việc; hỏi Công an xã/phường.',
		'hoatieu.vn 217534 (NĐ 59/2022)',
		'U',
		['P4-level2', 'Đăng ký mức 2']
	],
	[
		6,
		'Hạn kích hoạt',
		'Không có hạn',
		'Kích hoạt trong 7 ngày kể từ khi nhận thông báo.',
		'thuvienphapluat.vn hỏi-đáp 83A3BF9',
		'C',
		['P5', 'Kích hoạt']
	],
	[
		7,
		'Màn hình kích hoạt',
		'Chữ trên màn hình năm 2022',
		'Chữ như cũ trên trang năm 2024; màn hình có thể khác theo phiên bản.',
		'dean06.hanam.gov.vn; eaphe.krongpac.daklak.gov.vn',
		'U',
		['P5', 'Kích hoạt']
	],
	[
		8,
		'QR thay NFC',
		'Không có NFC thì quét QR là đủ',
		'Nên có máy NFC; máy mượn phải hủy liên kết sau khi dùng.',
		'plo.vn post866326',
		'C',
		['P15-new-phone', 'Đổi máy, mượn máy']
	],
	[
		9,
		'Hệ điều hành',
		'Android 5, iOS 9 trở lên',
		'Xem yêu cầu trên kho ứng dụng; không cài được thì ghi mã B2.2.',
		'56y.cc',
		'U',
		['P0-readiness', 'Kiểm tra trước khi làm']
	],
	[
		10,
		'Tài khoản Cổng Dịch vụ công',
		'Tự đăng ký bằng số điện thoại, 5 bước',
		'Không cần đăng ký; đăng nhập bằng VNeID.',
		'thanhtraqnam.gov.vn; dansinh.dantri 20240514104513263',
		'C',
		['P6-portal-sign-in', 'Đăng nhập cổng']
	],
	[
		11,
		'Tài khoản cổng Bộ Công an',
		'Lập tài khoản riêng',
		'Vào https://dichvucong.gov.vn hoặc VNeID. Cổng bộ dự kiến đóng 02/2026, chưa kiểm chứng.',
		'laodongthudo.vn 191567; dientuungdung.vn 9585; CV 623/TTg-KSTT',
		'U',
		['P6-portal-sign-in', 'Đăng nhập cổng']
	],
	[
		12,
		'Ô địa chỉ trên tờ khai',
		'Tỉnh, quận/huyện, phường/xã',
		'Tỉnh/thành phố, rồi xã/phường/đặc khu: 34 tỉnh, thành phố và 3.321 xã, phường, đặc khu.',
		'dientuungdung.vn 10143; dantri 20250816040121716',
		'C',
		['after-merger', 'Địa chỉ sau sắp xếp']
	],
	[
		13,
		'Tên địa phương trong tài liệu',
		'Bình Phước, quận Gò Vấp, huyện Củ Chi, xã Cẩm Ngọc',
		'Đã sắp xếp lại; dùng tên hiện nay của phường mình. Tên mới của từng nơi xem ở địa phương.',
		'tracuusapnhap.com; cafef 188250804163059363; NQ 1686',
		'U',
		['after-merger', 'Địa chỉ sau sắp xếp']
	],
	[
		14,
		'Địa chỉ trên thẻ',
		'Đổi địa chỉ thì đổi thẻ',
		'Không bắt buộc đổi thẻ vì sáp nhập; ai gọi điện yêu cầu là lừa đảo.',
		'dantri 20250812210100263; vietnamplus post1055296',
		'C',
		['after-merger', 'Địa chỉ sau sắp xếp']
	],
	[
		15,
		'Tên thẻ, CMND',
		'CCCD gắn chip; CMND vẫn nhận',
		'Nay là thẻ căn cước; CCCD dùng đến ngày in trên thẻ; CMND hết giá trị sau 31/12/2024; đổi khi đủ 14, 25, 40, 60 tuổi.',
		'quochoitv.vn 204698; cafef 188250702200551522; ngoisao 442164',
		'C',
		['card-procedures', 'Làm thẻ căn cước']
	],
	[
		16,
		'Mã QR ở mặt nào',
		'Mặt trước',
		'Thẻ mới: quét mặt sau.',
		'afamily 2024062313024402; truyenhinhvov.vn',
		'C',
		['P2-app-account', 'Đăng ký tài khoản ứng dụng']
	],
	[
		17,
		'Trẻ dưới 14 tuổi',
		'Không có thẻ riêng',
		'Thẻ theo nhu cầu. Dưới 6 tuổi làm trên mạng qua người đại diện; từ 6 tuổi phải đến lấy vân tay, ảnh.',
		'vtcnews ar966566; nghean24h a761599',
		'C',
		['child-6-13', 'Trẻ từ 6 đến dưới 14 tuổi']
	],
	[
		18,
		'Nơi làm thẻ',
		'Công an huyện, tỉnh',
		'Từ 18/08/2026 làm tại Công an xã/phường nơi đã triển khai; lệ phí có ngày hết hạn. Hỏi Công an xã/phường.',
		'QĐ 5230/QĐ-BCA-C06',
		'S',
		['card-fees', 'Lệ phí và thời hạn']
	],
	[
		19,
		'Mẫu CT04–CT06',
		'Thông tư 58/2021/TT-BCA',
		'Đúng là TT 56/2021/TT-BCA; nay tờ khai CT01 theo TT 116/2026/TT-BCA.',
		'baolamdong 382286; TT 116/2026',
		'S',
		['P8-answer', 'Đọc giấy trả lời']
	],
	[
		20,
		'Giấy tờ nộp khi làm cư trú',
		'Đính kèm đủ giấy tờ chứng minh',
		'Không nộp lại giấy tờ đã có dữ liệu. Thường trú 7, tạm trú 3 ngày làm việc; xác nhận ½–3 ngày.',
		'Luật 118/2025/QH15; TT 116/2026',
		'S',
		['P9-permanent-residence', 'Đăng ký thường trú']
	],
	[
		21,
		'Quy định tạm trú, lưu trú',
		'Không ghi',
		'Lưu trú dưới 30 ngày; tạm trú từ 30 ngày ngoài xã/phường thường trú. Không làm thì xử lý theo quy định (NĐ 282/2025).',
		'cafef 188251107110800301; kenh14 215251204172249865; laodongdongnai.vn',
		'S',
		['residence-terms', 'Thường trú, tạm trú, lưu trú']
	],
	[
		22,
		'Số tiện ích',
		'16 tiện ích',
		'Hơn 50 tiện ích (03/2026); chỉ theo nhu cầu.',
		'cafef 188260304130914905; suckhoedoisong 172251112152846548; cafef 18826030214023954',
		'C',
		['utilities', 'Mức nào dùng được gì']
	],
	[
		23,
		'Phòng chống dịch',
		'Là lợi ích của mức 1',
		'Không còn dùng nói về lợi ích.',
		'000; 001',
		'C',
		['benefits', 'Lợi ích']
	],
	[
		24,
		'Thẻ BHYT giấy',
		'Vẫn dùng bình thường',
		'Dùng thẻ căn cước, VNeID, VssID; thẻ giấy chỉ ba trường hợp.',
		'nld 19625102809113739',
		'C',
		['P14-health-insurance', 'Khám bằng thẻ căn cước']
	],
	[
		25,
		'Thanh toán, nhận tiền',
		'Chỗ ghi mức 1, chỗ ghi mức 2',
		'Có tài khoản hưởng an sinh xã hội trên VNeID; coi chừng đường dẫn giả.',
		'vnexpress 4933688; cafef 188260304130914905',
		'C',
		['social-benefit-account', 'Tài khoản an sinh xã hội']
	],
	[
		26,
		'SIM',
		'SIM chính chủ',
		'Số điện thoại phải chính chủ và chưa gắn tài khoản khác; xác thực SIM từ 15/04/2026.',
		'index.vn; news.laodong.vn 1711320; hỏi đáp 22/04/2026',
		'S',
		['sim-verification', 'Xác thực SIM']
	],
	[
		27,
		'Tổng đài',
		'Tổng đài báo lừa đảo',
		'Vẫn dùng để khóa tài khoản, hỏi; phường xác nhận lại số.',
		'znews post1606908',
		'C',
		['contact-hotline', 'Tổng đài']
	],
	[
		28,
		'Kiểu lừa đảo',
		'Người lạ gọi hỏi thông tin',
		'Thêm: cập nhật địa giới, ứng dụng giả, phí 22.000 đồng, quà lễ, hình và giọng giả.',
		'kenh14 215250809092056717; baolamdong 381194; dantri 20250718223608817; vtcnews ar962614; soha 198260113093104898; cafef 188260125190744879',
		'C',
		['scam-patterns', 'Các kiểu lừa thường gặp']
	],
	[
		29,
		'Công an có gọi điện không',
		'Công an không gọi điện',
		'Không làm gì theo điện thoại; cần cập nhật thì ra Công an xã/phường.',
		'kenh14 215250809092056717; baolamdong 381194',
		'C',
		['P16-scam', 'Lá chắn lừa đảo']
	],
	[
		30,
		'Khóa tài khoản',
		'Qua trang web hoặc Công an',
		'Trang vneid.gov.vn, chọn yêu cầu khóa tài khoản và lý do; hoặc tổng đài.',
		'vietnam.vn khóa tài khoản VNeID; znews',
		'C',
		['P15-lock', 'Khóa tài khoản']
	],
	[
		31,
		'Quên mật khẩu',
		'Thư điện tử, câu hỏi bảo mật',
		'Trả lời thông tin xác thực rồi nhận mã qua tin nhắn.',
		'dantri 20251203003057624',
		'C',
		['P15-forgot-password', 'Quên mật khẩu']
	],
	[
		32,
		'Độ dài mật khẩu',
		'Từ 8 ký tự',
		'8–20 ký tự, đủ bốn loại; passcode 6 chữ số.',
		'phunutoday d371723',
		'C',
		['validation-rules', 'Quy tắc khi nhập liệu']
	],
	[
		33,
		'Người nước ngoài',
		'Từ 01/05/2022, qua A08',
		'Phòng Quản lý xuất nhập cảnh cấp tỉnh (đợt 01/07–19/08/2025).',
		'mps.gov.vn d23-t45813; etime.danviet',
		'C',
		['foreigners', 'Người nước ngoài']
	],
	[
		34,
		'Tài khoản tổ chức',
		'Từ 15/07/2022',
		'Tài khoản định danh của tổ chức; hỏi quầy Một cửa.',
		'NĐ 69/2024/NĐ-CP Đ.7',
		'U',
		['role-one-stop', 'Bộ phận Một cửa']
	],
	[
		35,
		'Bốn mức độ dịch vụ công',
		'Mức 1, 2, 3, 4',
		'Toàn trình và một phần.',
		'QĐ 5230; NĐ 42/2022',
		'U',
		['service-levels', 'Thang cũ và mới']
	],
	[
		36,
		'25 dịch vụ công',
		'25 dịch vụ',
		'Danh sách đã mở rộng; phường thêm dòng.',
		'danh mục mở rộng',
		'U',
		['services-list', '25 dịch vụ']
	],
	[
		37,
		'Sổ hộ khẩu',
		'Đang bỏ dần',
		'Đã bỏ. Mở ví giấy tờ, căn cước điện tử hoặc thông tin cư trú trong VNeID.',
		'cafef 188251203091322623; dantri 20251128190521795',
		'C',
		['residence-confirmation', 'Xác nhận cư trú']
	],
	[
		38,
		'Luật về dữ liệu cá nhân',
		'Không nhắc',
		'Luật 91/2025/QH15 và NĐ 356/2025/NĐ-CP từ 01/01/2026: phải đồng ý rõ ràng, rút lại được, trả lời trong 2 ngày làm việc.',
		'kenh14 215251228122326383; thanhnien 185260105102550429; plo post889644',
		'C',
		['faq-our-data', 'Dữ liệu của tôi']
	],
	[
		39,
		'Dữ liệu của trẻ',
		'Không nhắc',
		'Người đại diện làm thay; từ 7 tuổi, công bố phải có cả trẻ và người đại diện đồng ý.',
		'plo post888944',
		'C',
		['child-6-13', 'Trẻ từ 6 đến dưới 14 tuổi']
	],
	[
		40,
		'Giấy phép lái xe',
		'Ngành giao thông',
		'Ngành Công an từ 01/03/2025; trên cổng và VNeID.',
		'vietbao 531044; cafef 188250304134339455',
		'C',
		['service-driving-licence', 'Giấy phép lái xe']
	],
	[
		41,
		'Lý lịch tư pháp',
		'Ngành tư pháp',
		'Làm trên VNeID.',
		'suckhoedoisong 172251112152846548',
		'C',
		['service-criminal-record', 'Lý lịch tư pháp']
	],
	[
		42,
		'Đăng ký xe',
		'Theo quy định cũ',
		'Công an xã/phường hoặc cấp tỉnh; TT 79/2024 và các lần sửa đổi.',
		'TT 79/2024',
		'S',
		['service-motorbike-reg', 'Đăng ký xe']
	],
	[
		43,
		'Thành phần tổ công tác',
		'Theo chức danh cũ, có Ban Chỉ đạo quận',
		'Chỉ còn xã/phường và khu phố; chức danh có thể khác.',
		'sắp xếp 2025',
		'U',
		['role-ward-task-force', 'Tổ công tác xã/phường']
	],
	[
		44,
		'Thi đua',
		'Tính theo số lượng',
		'Dự thảo về công dân số đang bàn; không hứa điều gì.',
		'dantri 20260113170044779; luatvietnam 421354',
		'U',
		['role-units', 'Thủ trưởng cơ quan']
	],
	[
		45,
		'Tài khoản trên nền tảng số',
		'Không nhắc',
		'NĐ 320/2026: một số nền tảng phải gắn tài khoản với định danh; phường hỏi cấp trên có gồm ứng dụng này không.',
		'NĐ 320/2026/NĐ-CP',
		'S',
		['documents', 'Văn bản cần biết']
	],
	[
		46,
		'Ngân hàng',
		'Thanh toán, chuyển khoản',
		'Không hướng dẫn thao tác ngân hàng.',
		'quy tắc của ứng dụng',
		'C',
		['visit-rules', 'Năm điều khi đến nhà']
	],
	[
		47,
		'Tài liệu PDF',
		'Đường dẫn tới tệp',
		'Chỉ vào https://vneid.gov.vn.',
		'004·G',
		'U',
		['P17-official-manual', 'Tài liệu chính thức']
	],
	[
		48,
		'Giấy chứng nhận an ninh trật tự, con dấu',
		'Theo màn hình năm 2022',
		'Liên hệ Công an tỉnh/thành phố hoặc Trung tâm phục vụ hành chính công.',
		'congan.baclieu.gov.vn',
		'U',
		['P13-seals', 'Con dấu']
	]
];

export const OUTDATED_ARTICLES: readonly Article[] = ROWS.map(([row, title, before, today, from, confidence, link]) =>
	article(
		'outdated',
		{
			id: `outdated-${row}`,
			title,
			since: '2022-05-19',
			from: [at('web', from, confidence)],
			facts: { row, before },
			...(link ? { links: [{ to: link[0], words: link[1] }] } : {})
		},
		today
	)
);
