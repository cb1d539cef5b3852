// P16: somebody is being tricked, now or yesterday. First hang up, then everything else (scenario S16).

import { again, at, end, guide, met, links, refer, resident, to, usual, volunteer } from '../write.ts';
import { HOTLINE } from './parts.ts';

const OFFICIAL = at('web', 'kenh14 215250809092056717; baolamdong 381194');
const FAKE_APP = at('web', 'dantri 20250718223608817; vtcnews ar962614; soha 198260113093104898');
const HELP = at('001', 'A3.4 C22');

export const P16 = guide(
	{
		id: 'P16-scam',
		topic: 'safety',
		title: 'Lá chắn lừa đảo',
		summary: 'Đang có cuộc gọi lạ, đã lỡ bấm, đã lỡ cài: làm gì ngay bây giờ.',
		minutes: 3,
		since: '2022-05-19',
		from: [HELP, OFFICIAL, FAKE_APP],
		keywords: ['lừa đảo', 'cuộc gọi lạ', 'công an giả', 'apk', 'lỡ bấm', 'lỡ cài', 'cập nhật địa giới', 'deepfake'],
		wardConfirms: [HOTLINE]
	},
	[
		volunteer(
			'what',
			'Chuyện gì đang xảy ra?',
			'Giữ giọng bình tĩnh. Chọn đúng việc đang xảy ra.',
			[
				usual('hang-up', 'on-call', 'Đang nghe điện thoại, người lạ chỉ đạo'),
				to('hang-up', 'called', 'Vừa có người gọi, chưa làm gì'),
				to('clicked', 'clicked', 'Đã bấm đường dẫn, chưa cài gì'),
				to('airplane', 'installed', 'Đã cài tệp, ứng dụng lạ'),
				to('airplane', 'told', 'Đã đọc mã, mật khẩu, hoặc chuyển tiền'),
				to('visitor', 'visitor', 'Người lạ đến nhà xưng cán bộ')
			],
			{ from: [HELP, OFFICIAL] }
		),
		resident('hang-up', 'Cúp máy', 'Cúp máy ngay. Không giải thích, không gọi lại số đó.', 'after-call', {
			from: [HELP, OFFICIAL],
			read: 'Cúp máy ngay. Công an không gọi điện để cập nhật VNeID.',
			notes: [
				'Công an không gọi điện yêu cầu khai thêm thông tin. Cần cập nhật thì ra Công an xã/phường.',
				'Mặt và giọng trong cuộc gọi hình có thể là giả.'
			]
		}),
		volunteer(
			'after-call',
			'Trong cuộc gọi đã làm gì chưa?',
			'Hỏi nhẹ nhàng, không trách.',
			[
				usual('calm', 'nothing', 'Chưa làm gì'),
				to('clicked', 'link', 'Đã bấm đường dẫn'),
				to('airplane', 'installed', 'Đã cài ứng dụng họ gửi'),
				to('airplane', 'face', 'Đã nhìn vào camera, quay mặt theo lời họ'),
				to('airplane', 'told', 'Đã đọc mã, mật khẩu, số tài khoản, hoặc chuyển tiền')
			],
			{ from: [FAKE_APP] }
		),
		resident(
			'clicked',
			'Đóng trang, không nhập gì',
			'Đóng trang vừa mở. Không nhập số, không bấm tải, xóa tin nhắn đó.',
			[usual('calm', 'closed', 'Đã đóng, chưa nhập gì'), to('airplane', 'entered', 'Đã nhập thông tin vào trang đó')],
			{ from: [FAKE_APP] }
		),
		resident('airplane', 'Ngắt mạng ngay', 'Bật chế độ máy bay, hoặc tắt nguồn điện thoại. Chưa xóa gì.', 'bank', {
			from: [FAKE_APP],
			read: 'Bật chế độ máy bay hoặc tắt máy ngay. Chưa xóa gì.',
			notes: [
				'Ứng dụng giả có thể điều khiển máy từ xa; ngắt mạng là chặn được.',
				'Không xóa ứng dụng: Công an cần xem.'
			]
		}),
		resident(
			'bank',
			'Gọi ngân hàng bằng máy khác',
			'Dùng máy của người nhà, gọi số in trên thẻ ngân hàng, yêu cầu khóa tài khoản.',
			'write-down',
			{
				from: [FAKE_APP],
				notes: ['Tình nguyện viên không hỏi, không ghi số tài khoản.']
			}
		),
		resident(
			'write-down',
			'Ghi ra giấy',
			'Tự ghi ra giấy: số đã gọi đến, lúc mấy giờ, họ bảo làm gì. Giữ tờ giấy để đưa Công an.',
			'police',
			{ from: [HELP] }
		),
		end(
			'police',
			'referred',
			'Ra Công an ngay',
			`Mang điện thoại (đang tắt) và tờ giấy đến {policePlace}, hoặc gọi ${HOTLINE}. Cảnh sát khu vực sẽ hỏi thăm ngày mai.`,
			'Đã bị lừa bấm, cài hoặc chuyển tiền.',
			[refer('wardPolice', 'Cảnh báo lừa đảo: đã bị hại'), again('Cảnh sát khu vực hỏi thăm', 1)],
			{
				from: [HELP],
				wardConfirms: [HOTLINE],
				read: `Mang điện thoại (đang tắt) ra Công an xã/phường, hoặc gọi ${HOTLINE}.`,
				...links(['P15-lock', 'Khóa tài khoản VNeID'])
			}
		),
		end(
			'calm',
			'success',
			'Chưa mất gì',
			`Nhắc: ai gọi điện bảo cập nhật VNeID thì cúp máy, ra Công an xã/phường hỏi. Báo số lạ qua ${HOTLINE} hoặc nhắn 156, 5656.`,
			'Đã nhận ra lừa đảo, chưa thiệt hại.',
			[refer('wardPolice', 'Cảnh báo lừa đảo: chưa bị hại'), again('Cảnh sát khu vực hỏi thăm', 1)],
			{
				from: [HELP, OFFICIAL],
				wardConfirms: [HOTLINE],
				read: 'Không sao rồi. Ai gọi bảo cập nhật VNeID thì cúp máy, ra Công an xã/phường hỏi.',
				...links(['scam-patterns', 'Các kiểu lừa thường gặp'])
			}
		),
		volunteer(
			'visitor',
			'Xem thẻ, kiểm tra người đến',
			'Người thật luôn có thẻ, đi hai người, không thu tiền, không hỏi mã. Quét mã trên thẻ để kiểm tra, hoặc gọi {wardPhone}.',
			[
				usual('real', 'real', 'Kiểm tra đúng là người của phường'),
				to('fake', 'fake', 'Không có thẻ, hoặc kiểm tra không ra', met('B6.3'))
			],
			{ from: [OFFICIAL] }
		),
		end(
			'real',
			'success',
			'Đúng là người của phường',
			'Có thể tiếp. Ai cũng không được hỏi mã, mật khẩu; xin tiền là giả.',
			'Đã kiểm tra, không phải lừa đảo.',
			[],
			{ from: [OFFICIAL] }
		),
		end(
			'fake',
			'referred',
			'Không tiếp, báo Công an',
			'Không cho xem thẻ, không đưa điện thoại. Gọi phường hoặc cảnh sát khu vực.',
			'Người lạ giả cán bộ.',
			[refer('wardPolice', 'Cảnh báo lừa đảo: người lạ xưng cán bộ'), again('Cảnh sát khu vực hỏi thăm', 1)],
			{
				from: [OFFICIAL],
				read: 'Không đưa thẻ, không đưa điện thoại. Gọi phường hoặc cảnh sát khu vực.'
			}
		)
	]
);
