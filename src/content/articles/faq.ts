// The 22 questions of the seeds (digest d), answered as of today, and the new ones that the law of 2024 to 2026 brought.

import type { Article, Source } from '../../lib/domain/content.ts';
import { HOTLINE } from '../guides/parts.ts';
import { article, at } from '../write.ts';

type Answer = readonly [
	id: string,
	question: string,
	answer: string,
	from: readonly Source[],
	keywords: string,
	...links: (readonly [string, string])[]
];

const faq = (number: number) => [at('001', `A3.4 C${number}`), at('002', `A6 C${number}`)];
const LAW = at('law', 'Luật Căn cước 26/2023/QH15; NĐ 69/2024/NĐ-CP');
const WHO = at('web', 'luatvietnam.vn 98147');
const SAFE = at('web', 'kenh14 215250809092056717; baolamdong 381194');

const ANSWERS: readonly Answer[] = [
	[
		'faq-c1',
		'Tài khoản định danh điện tử là gì?',
		'Là tài khoản do hệ thống của Bộ Công an tạo, gồm số định danh cá nhân và mật khẩu hoặc cách xác thực khác, dùng trong VNeID. Người dân tự đặt mật khẩu; không ai gửi mật khẩu qua tin nhắn.',
		[...faq(1), LAW],
		'khái niệm, VNeID là gì'
	],
	[
		'faq-c2',
		'Dùng để làm gì?',
		'Đỡ điền tờ khai, đỡ đi lại; thay thẻ căn cước và giấy tờ đã tích hợp; làm dịch vụ công, đi khám bệnh, nhận hỗ trợ an sinh. Mức 2 dùng được nhiều nhất.',
		[...faq(2), at('web', 'cafef 188260304130914905')],
		'lợi ích, tác dụng',
		['utilities', 'Mức nào dùng được gì']
	],
	[
		'faq-c3',
		'Có mấy mức?',
		'Mức 1: thông tin được đối chiếu tự động. Mức 2: đối chiếu thêm khuôn mặt hoặc vân tay tại Công an. Mức 2 mở hết tiện ích.',
		[...faq(3), WHO],
		'mức độ 1, mức độ 2, khác nhau',
		['utilities', 'Mức nào dùng được gì']
	],
	[
		'faq-c4',
		'Đăng ký ở đâu?',
		'Mức 1: trong ứng dụng. Mức 2: Công an xã/phường bất kỳ, không cần đúng nơi thường trú. Có thể đặt lịch trong ứng dụng.',
		[...faq(4), at('web', 'plo.vn post795976; 24h.com.vn c55a1687387')],
		'đến đâu, nơi làm, đặt lịch',
		['P4-level2', 'Đăng ký mức 2 tại Công an']
	],
	[
		'faq-c5',
		'Ai được cấp?',
		'Từ 14 tuổi: mức 1, mức 2. Từ 6 đến dưới 14 tuổi có thẻ: mức 1, mức 2 theo nhu cầu. Dưới 6 tuổi có thẻ: mức 1 theo nhu cầu. Trẻ và người được giám hộ làm qua người đại diện. Người nước ngoài có thẻ thường trú, tạm trú: từ 6 tuổi mức 1, mức 2; dưới 6 tuổi mức 1. Cơ quan, tổ chức có tài khoản riêng, không chia mức.',
		[...faq(5), WHO],
		'điều kiện, bao nhiêu tuổi, trẻ em',
		['child-6-13', 'Trẻ từ 6 đến dưới 14 tuổi'],
		['foreigners', 'Người nước ngoài']
	],
	[
		'faq-c6',
		'Máy nào cài được?',
		'Điện thoại thông minh có mạng, camera rõ. Tài liệu 2022 ghi Android 5, iOS 9 trở lên; nay xem yêu cầu trên kho ứng dụng. Nên có NFC.',
		[...faq(6), at('web', '56y.cc (bản 2.1.11)', 'U')],
		'điện thoại cũ, android, ios, cấu hình',
		['P0-readiness', 'Kiểm tra máy']
	],
	[
		'faq-c7',
		'Cài ở đâu?',
		'Chỉ ở CH Play (Google Play) hoặc App Store. Không cài từ đường dẫn, không cài tệp người khác gửi.',
		[...faq(7), SAFE],
		'tải ở đâu, apk',
		['P1-install', 'Cài VNeID']
	],
	[
		'faq-c8',
		'Mất điện thoại thì sao?',
		`Khóa tài khoản trên trang vneid.gov.vn, gọi ${HOTLINE}, hoặc ra Công an xã/phường.`,
		[...faq(8), at('web', 'znews post1606908')],
		'mất máy, khóa',
		['P15-lock', 'Khóa tài khoản']
	],
	[
		'faq-c9',
		'Dùng nhiều máy được không?',
		'Không. Mỗi tài khoản chỉ dùng trên một máy tại một thời điểm.',
		faq(9),
		'hai máy, nhiều thiết bị',
		['P15-new-phone', 'Đổi máy mới']
	],
	[
		'faq-c10',
		'Đăng nhập bằng vân tay, khuôn mặt được không?',
		'Được, sau lần đầu đăng nhập bằng mật khẩu. Mở tiện ích cần thêm passcode. Trên máy chỉ lưu vân tay, khuôn mặt của chính mình; nếu không thì dùng mật khẩu và đăng xuất khi xong. Mật khẩu 8–20 ký tự đủ bốn loại; nên đổi sáu tháng một lần.',
		[...faq(10), at('web', 'phunutoday d371723')],
		'vân tay, khuôn mặt, sinh trắc, mật khẩu',
		['P15-forgot-password', 'Quên mật khẩu']
	],
	[
		'faq-c11',
		'Máy nhiễm mã độc có mất dữ liệu không?',
		'Dữ liệu định danh không lưu trên máy; ai xem phải được mình cho phép. Nhưng ứng dụng giả có thể điều khiển máy: không cài ứng dụng lạ.',
		[...faq(11), at('web', 'dantri 20250718223608817')],
		'virus, mã độc, ứng dụng giả',
		['P16-scam', 'Lá chắn lừa đảo']
	],
	[
		'faq-c12',
		'Giao dịch có an toàn không?',
		'Có nhiều lớp bảo vệ và mã hóa. Phần của mình: giữ kín mật khẩu, passcode, mã OTP.',
		faq(12),
		'bảo mật, mã hóa'
	],
	[
		'faq-c13',
		'Có tính năng gì?',
		'Tự điền tờ khai, giảm nhiều khâu thủ tục; chia sẻ bằng mã QR khi mình cho phép; xuất trình giấy tờ; thanh toán.',
		faq(13),
		'tính năng, chia sẻ, QR',
		['utilities', 'Mức nào dùng được gì']
	],
	[
		'faq-c14',
		'Đổi máy mới thì làm sao?',
		'Còn máy cũ: mã hiện ở máy cũ, nhập vào máy mới, máy cũ tự đăng xuất. Không còn: đọc chip trên thẻ bằng máy có NFC.',
		[...faq(14), at('web', 'plo.vn post866326')],
		'máy mới, NFC',
		['P15-new-phone', 'Đổi máy mới']
	],
	[
		'faq-c15',
		'Quên mật khẩu thì sao?',
		'Bấm quên mật khẩu, trả lời thông tin xác thực (họ tên, ngày sinh, ngày cấp thẻ), nhận mã qua tin nhắn, đặt mật khẩu mới.',
		[...faq(15), at('web', 'dantri 20251203003057624')],
		'lấy lại mật khẩu',
		['P15-forgot-password', 'Lấy lại mật khẩu']
	],
	[
		'faq-c16',
		'Giữ tài khoản an toàn thế nào?',
		'Không cho ai dùng chung; cho mượn máy thì đăng xuất; xem tin cảnh báo; không đọc mã cho ai.',
		faq(16),
		'an toàn, bảo vệ',
		['P16-scam', 'Lá chắn lừa đảo']
	],
	[
		'faq-c17',
		'Tài khoản có hạn không?',
		'Theo thời hạn của thẻ. Thẻ sắp hết hạn thì đổi thẻ sớm.',
		[...faq(17), at('law', 'NĐ 69/2024/NĐ-CP', 'U')],
		'thời hạn, hết hạn',
		['card-procedures', 'Làm thẻ căn cước']
	],
	[
		'faq-c18',
		'Có giữ bản sao giấy tờ, có cần công chứng không?',
		'Không giữ bản sao, không cần công chứng. Máy in tờ khai TK01, người dân xem rồi ký.',
		[...faq(18), at('web', 'tờ khai TK01 (09/2026)', 'S')],
		'công chứng, bản sao, TK01'
	],
	[
		'faq-c19',
		'Có mất phí không?',
		'Tài khoản không mất phí. Ai thu tiền là sai.',
		faq(19),
		'lệ phí, bao nhiêu tiền, miễn phí'
	],
	[
		'faq-c20',
		'Một số điện thoại dùng cho nhiều người được không?',
		'Không. Một số cho một người, SIM chính chủ, chưa gắn tài khoản khác.',
		[...faq(20), at('web', 'hỏi đáp Bộ Công an 22/04/2026', 'S')],
		'chung số, sim chính chủ',
		['sim-verification', 'Xác thực SIM']
	],
	[
		'faq-c21',
		'Vì sao ứng dụng hỏi quyền danh bạ, ảnh?',
		'Chỉ khi một tiện ích cần đến. Không cần thì bấm từ chối.',
		faq(21),
		'quyền truy cập, danh bạ'
	],
	[
		'faq-c22',
		'Có người xưng công an gọi điện thì sao?',
		`Không làm theo. Công an không gọi điện để xin thêm thông tin. Cúp máy; báo ${HOTLINE} hoặc Công an gần nhất. Mẫu mới: cập nhật địa giới, ứng dụng giả, quà lễ, hình và giọng giả.`,
		[...faq(22), SAFE],
		'cuộc gọi lạ, lừa đảo',
		['P16-scam', 'Lá chắn lừa đảo'],
		['scam-patterns', 'Các kiểu lừa thường gặp']
	],
	[
		'faq-merger',
		'Sáp nhập rồi có phải đổi thẻ không?',
		'Không bắt buộc. Thẻ còn hạn vẫn dùng được, dữ liệu tự cập nhật. Ai gọi điện yêu cầu là lừa đảo.',
		[at('web', 'dantri 20250812210100263; vietnamplus post1055296')],
		'sáp nhập, đổi thẻ, địa chỉ mới',
		['after-merger', 'Địa chỉ sau sắp xếp']
	],
	[
		'faq-cmnd',
		'CMND còn dùng được không?',
		'Không. CMND hết giá trị từ 01/01/2025. Làm thẻ căn cước.',
		[at('web', 'quochoitv.vn 204698; cafef 188250702200551522')],
		'chứng minh nhân dân, CMND 9 số',
		['card-procedures', 'Làm thẻ căn cước']
	],
	[
		'faq-bhyt',
		'Còn thẻ BHYT giấy không?',
		'Từ 01/06/2025 không cấp mới, trừ ba trường hợp: không cài được VssID, không cài được VNeID, không có thẻ gắn chip.',
		[at('web', 'nld 19625102809113739')],
		'thẻ bảo hiểm y tế giấy',
		['P14-health-insurance', 'Khám bằng thẻ căn cước']
	],
	[
		'faq-portal',
		'Có phải đăng ký tài khoản Cổng Dịch vụ công không?',
		'Không. Từ 01/07/2024 đăng nhập bằng VNeID.',
		[at('web', 'thanhtraqnam.gov.vn; dansinh.dantri 20240514104513263')],
		'tài khoản dịch vụ công',
		['P6-portal-sign-in', 'Đăng nhập cổng']
	],
	[
		'faq-seven-days',
		'Nhận tin phê duyệt rồi để lâu được không?',
		'Phải kích hoạt trong 7 ngày kể từ khi nhận thông báo. Quá hạn thì liên hệ Công an xã/phường hoặc tổng đài.',
		[at('law', 'NĐ 69/2024/NĐ-CP Đ.14'), at('web', 'thuvienphapluat.vn hỏi-đáp 83A3BF9')],
		'7 ngày, quá hạn, kích hoạt',
		['P5', 'Kích hoạt tài khoản']
	],
	[
		'faq-sim',
		'SIM có phải xác thực lại không?',
		'Từ 15/04/2026 SIM phải xác thực. Ai có mức 2 với cùng số thì không phải làm lại.',
		[at('web', 'index.vn; news.laodong.vn 1711320')],
		'xác thực sim, khóa sim',
		['sim-verification', 'Xác thực SIM']
	],
	[
		'faq-household-book',
		'Sổ hộ khẩu giấy còn dùng không?',
		'Không. Xem thông tin cư trú trong VNeID mức 2. Từ 15/12/2025 khi kiểm tra phải cho xem được thông tin cư trú.',
		[at('web', 'cafef 188251203091322623; dantri 20251128190521795')],
		'hộ khẩu, sổ hộ khẩu',
		['residence-confirmation', 'Xác nhận cư trú']
	],
	[
		'faq-benefit',
		'Tiền hỗ trợ, quà lễ nhận thế nào?',
		'Qua tài khoản hưởng an sinh xã hội trên VNeID; chủ hộ có thể nhận cho cả nhà. Đường dẫn nhận quà là lừa đảo.',
		[at('web', 'vnexpress 4933688; cafef 188260304130914905')],
		'quà 2/9, quà tết, an sinh',
		['social-benefit-account', 'Tài khoản an sinh xã hội']
	],
	[
		'faq-our-data',
		'Tình nguyện viên ghi gì về tôi, xóa được không?',
		'Chỉ ghi khi mình đồng ý: tên, năm sinh, tình trạng thẻ và tài khoản; số điện thoại chỉ khi đồng ý riêng. Không chụp thẻ. Rút lại lúc nào cũng được; phường trả lời trong 2 ngày làm việc.',
		[
			at('law', 'Luật 91/2025/QH15; NĐ 356/2025/NĐ-CP'),
			at('web', 'kenh14 215251228122326383; thanhnien 185260105102550429')
		],
		'dữ liệu cá nhân, xóa dữ liệu, đồng ý'
	],
	[
		'faq-real-volunteer',
		'Làm sao biết tình nguyện viên là thật?',
		'Đi hai người, có thẻ, quét mã trên thẻ để kiểm tra, hoặc gọi {wardPhone}. Không thu tiền, không hỏi mã, mật khẩu, số tài khoản, không chụp thẻ.',
		[SAFE],
		'kiểm tra tình nguyện viên, thẻ giả',
		['P16-scam', 'Lá chắn lừa đảo']
	]
];

export const FAQ_ARTICLES: readonly Article[] = ANSWERS.map(([id, question, answer, from, keywords, ...rows]) =>
	article(
		'faq',
		{
			id,
			title: question,
			since: '2022-05-19',
			from,
			keywords: keywords.split(', '),
			...(answer.includes(HOTLINE) ? { wardConfirms: [HOTLINE] } : {}),
			...(rows.length > 0 ? { links: rows.map(([to, words]) => ({ to, words })) } : {})
		},
		answer
	)
);
