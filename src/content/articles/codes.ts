// Barrier codes (digest f) with their help action, and data flags (digest g) with their receivers. Codes, groups and
// receivers come from the domain's tables, so that the two cannot come apart.

import { BARRIERS, type Barrier, type BarrierCode } from '../../lib/domain/catalogue/barriers.ts';
import { DATA_FLAGS, type DataFlag, type DataFlagCode } from '../../lib/domain/catalogue/data-flags.ts';
import type { Article, Source } from '../../lib/domain/content.ts';
import { article, at } from '../write.ts';

type Words = readonly [title: string, evidence: string, action: string, ...links: (readonly [string, string])[]];
const CAUSES = at('003', 'L nguyên nhân 1–5');

const BARRIER_WORDS: Record<BarrierCode, Words> = {
	'B1.1': [
		'Đi làm, học xa',
		'Gia đình nói đang ở xa',
		'Để lại tờ hướng dẫn; làm mức 2 tại Công an xã/phường nơi đang ở; hẹn dịp Tết, nghỉ lễ. Số điện thoại chỉ ghi khi chính người đó đồng ý.',
		['P4-level2', 'Đăng ký mức 2 tại Công an']
	],
	'B1.2': [
		'Không còn ở địa chỉ, không rõ nơi ở',
		'Hàng xóm nói',
		'Ghi cờ dữ liệu, chuyển Công an xã/phường. Không dò hỏi thêm.'
	],
	'B1.3': ['Vắng nhà lúc đến', 'Cửa đóng', 'Hẹn lại buổi tối hoặc cuối tuần, để tờ giấy.'],
	'B2.1': [
		'Không có điện thoại thông minh',
		'Đưa ra máy bấm phím',
		'Làm mức 2 tại Công an, khám bệnh bằng thẻ căn cước; người nhà giúp bằng số riêng; nhờ quầy Một cửa.',
		['web-activation', 'Kích hoạt trên máy tính']
	],
	'B2.2': [
		'Máy hoặc hệ điều hành quá cũ',
		'Kho báo không tương thích',
		'Cập nhật hệ điều hành; mượn máy người nhà chỉ để đọc chip, xong hủy liên kết.',
		['P15-new-phone', 'Mượn máy']
	],
	'B2.3': ['Camera mờ', 'Hình xem trước bị nhòe', 'Lau ống kính, thêm đèn, đổi góc; không được thì nhập tay.'],
	'B2.4': [
		'Mã QR thẻ mờ, hỏng, không đọc được',
		'Quét ba lần không được',
		'Bấm chữ không quét được rồi nhập tay; đọc bằng NFC; nên hỏi Công an về việc đổi thẻ.',
		['card-procedures', 'Làm thẻ căn cước']
	],
	'B2.5': [
		'Máy không có NFC',
		'Không có mục NFC',
		'Làm mức 2 tại Công an; mượn máy có NFC rồi hủy liên kết.',
		['nfc-where', 'NFC nằm ở đâu']
	],
	'B2.6': ['Không có mạng', 'Không mở được trang', 'Phát mạng từ máy tình nguyện viên; Wi-Fi nhà văn hóa; làm sau.'],
	'B2.7': ['Máy đầy bộ nhớ', 'Cài không được', 'Chủ máy đồng ý thì tự xóa bớt.'],
	'B2.8': [
		'Máy đang dùng tài khoản người khác',
		'Máy báo đã gắn tài khoản khác',
		'Dùng máy riêng, hoặc người kia tự đăng xuất. Không để hai người một máy.',
		['P5', 'Kích hoạt tài khoản']
	],
	'B3.1': [
		'Không có số điện thoại riêng, ổn định',
		'Dùng chung số',
		'Mang thẻ ra nhà mạng làm SIM của mình.',
		['sim-verification', 'Xác thực SIM']
	],
	'B3.2': [
		'SIM không chính chủ',
		'Tên chủ SIM khác',
		'Đăng ký lại tại nhà mạng hoặc ứng dụng nhà mạng.',
		['sim-verification', 'Xác thực SIM']
	],
	'B3.3': [
		'Đã đổi số, đổi SIM sau khi đăng ký',
		'Tin nhắn về số cũ',
		'Còn đăng nhập được thì đổi số trong VNeID; không thì Công an xã/phường hoặc tổng đài.',
		['P15-change-number', 'Đổi số điện thoại']
	],
	'B3.4': [
		'Số đã gắn tài khoản của người khác',
		'Máy báo lỗi khi đăng ký',
		'Gỡ số khỏi tài khoản kia, hoặc dùng số khác.'
	],
	'B3.5': [
		'SIM bị hạn chế do chưa xác thực',
		'Không gọi đi được',
		'Xác thực bằng ứng dụng nhà mạng, VNeID hoặc cửa hàng.',
		['sim-verification', 'Xác thực SIM']
	],
	'B4.1': [
		'Quên, không để ý tin nhắn',
		'Tin nằm trong máy chưa đọc',
		'Tìm tin nhắn, kích hoạt ngay.',
		['P5', 'Kích hoạt tài khoản']
	],
	'B4.2': [
		'Chưa có tin nhắn phê duyệt',
		'Mới nộp',
		'Chờ; xem tình trạng hồ sơ; hẹn lại. Quá ngày hẹn thì chuyển Công an.'
	],
	'B4.3': [
		'Quá 7 ngày chưa kích hoạt',
		'Ngày trên tin nhắn',
		'Công an xã/phường hoặc tổng đài.',
		['P5', 'Kích hoạt tài khoản']
	],
	'B4.5': ['Quên mật khẩu', 'Không đăng nhập được', 'Lấy lại mật khẩu.', ['P15-forgot-password', 'Lấy lại mật khẩu']],
	'B4.6': ['Quên passcode', 'Kẹt khi mở tiện ích', 'Lấy lại passcode.', ['P15-forgot-passcode', 'Lấy lại passcode']],
	'B4.7': [
		'Đã đổi điện thoại, không còn máy cũ',
		'Mã gửi về máy cũ',
		'Đọc chip bằng NFC; không có thì Công an.',
		['P15-new-phone', 'Đổi máy mới']
	],
	'B4.8': ['Tài khoản bị khóa', 'Máy báo bị khóa', 'Công an xã/phường hoặc tổng đài.', ['P15-lock', 'Khóa và mở khóa']],
	'B5.1': [
		'Chưa có thẻ, thẻ hết hạn, mất thẻ, còn CMND',
		'Không có thẻ còn hạn',
		'Làm thẻ và mức 2 cùng lúc tại Công an xã/phường.',
		['card-procedures', 'Làm thẻ căn cước']
	],
	'B5.2': [
		'Thông tin không khớp, sai lệch',
		'Máy báo thông tin không khớp',
		'Ghi cờ dữ liệu DF-02; Công an hoặc Tư pháp đối chiếu.',
		['P2-app-account', 'Đăng ký tài khoản ứng dụng']
	],
	'B5.3': [
		'Không có giấy tờ tùy thân',
		'Không có giấy nào',
		'Ghi cờ DF-08; Tư pháp và Công an cùng giúp.',
		['papers-undocumented', 'Người chưa có giấy tờ']
	],
	'B5.4': [
		'Dưới 14 tuổi hoặc người được giám hộ',
		'Tuổi, hoặc có người giám hộ',
		'Người đại diện làm mức 2 trước.',
		['child-6-13', 'Trẻ từ 6 đến dưới 14 tuổi'],
		['guardianship', 'Người được giám hộ']
	],
	'B5.5': [
		'Người nước ngoài',
		'Hộ chiếu',
		'Phòng Quản lý xuất nhập cảnh cấp tỉnh.',
		['foreigners', 'Người nước ngoài']
	],
	'B6.1': ['Chưa biết thao tác', 'Nhờ làm giúp', 'Làm từng bước, người dân cầm máy; nhờ người nhà kèm; quầy Một cửa.'],
	'B6.2': [
		'Chưa được tuyên truyền',
		'Chưa nghe bao giờ',
		'Nói ngắn, để tờ giấy, mời vào nhóm của khu phố.',
		['pitch-elderly', 'Lời nói ngắn']
	],
	'B6.3': [
		'Sợ lừa đảo',
		'Từ chối, ngại',
		'Đưa thẻ, mời kiểm tra với cảnh sát khu vực, mời ra quầy.',
		['P16-scam', 'Lá chắn lừa đảo']
	],
	'B6.4': ['Từ chối, không có nhu cầu', 'Nói không', 'Tôn trọng; chỉ ghi mã lý do; không đến lần thứ ba.'],
	'B6.5': [
		'Ốm yếu, khuyết tật, già yếu',
		'Không đi được',
		'Xin làm tại nhà hoặc buổi lưu động. Không ghi bệnh.',
		['P4-level2', 'Đăng ký mức 2 tại Công an']
	],
	'B6.6': ['Rào cản ngôn ngữ, chữ viết', 'Không đọc được', 'Đọc to hướng dẫn; nhờ người nhà hoặc người biết tiếng.']
};

const FLAG_WORDS: Record<DataFlagCode, readonly [title: string, notice: string, from: Source]> = {
	'DF-01': ['Thiếu trường thông tin', 'Danh sách Công an còn ô trống', at('003', 'L3')],
	'DF-02': ['Thông tin sai lệch', 'Máy báo không khớp; thẻ khác danh sách', at('003', 'L3')],
	'DF-03': ['Thiếu ngày, tháng, năm sinh', 'Thẻ hoặc giấy khai sinh chỉ có năm', at('003', 'L6')],
	'DF-04': ['Đã mất, còn trong danh sách', 'Gia đình nói; gợi ý liên thông khai tử', at('003', 'L6')],
	'DF-05': ['Đăng ký thường trú nhưng không cư trú', 'Đi lâu không về', at('003', 'L3')],
	'DF-06': ['Không rõ địa chỉ đang ở', 'Không ai biết', at('003', 'L3')],
	'DF-07': ['Ở đây nhưng chưa đăng ký tạm trú', 'Người thuê, họ hàng ở nhờ', at('003', 'L7')],
	'DF-08': ['Không có thông tin, không giấy tờ tùy thân', 'Không có giấy tờ nào', at('003', 'L6')],
	'DF-09': ['Chưa có thẻ, thẻ hết hạn', 'Tuổi, ngày hết hạn', at('003', 'L7')],
	'DF-10': ['Trùng hồ sơ, hai số', 'Có hai dòng cho một người', at('000', '§3.1-5')],
	'DF-11': ['Thay đổi hộ: chủ hộ, tách, nhập, quan hệ', 'Gia đình có thay đổi', at('001', 'B2')],
	'DF-12': ['Đổi số điện thoại', 'Số khác với số đã khai; người dân tự đổi trong VNeID', at('003', 'L nguyên nhân 3')],
	'DF-13': [
		'Địa chỉ đơn vị hành chính cũ trên thẻ',
		'Tên cũ trên thẻ; hệ thống tự cập nhật, không phải chuyển ai',
		at('web', 'dantri 20250812210100263')
	],
	'DF-14': ['BHYT không hiện trên thẻ, VNeID', 'Cơ sở khám báo không tìm thấy', at('001', 'A5')],
	'DF-15': ['Người nước ngoài đang ở', 'Hộ chiếu', at('001', 'A3.3')],
	'DF-16': ['Trẻ chưa khai sinh', 'Trẻ chưa có giấy; gợi ý liên thông khai sinh', at('001', 'A4.1')]
};

export const CODE_ARTICLES: readonly Article[] = [
	...Object.entries(BARRIER_WORDS).map(([code, [title, evidence, action, ...rows]]) => {
		const { groups, receivers }: Barrier = BARRIERS[code as BarrierCode];
		return article(
			'barrier',
			{
				id: `barrier-${code.toLowerCase()}`,
				title,
				summary: evidence,
				since: '2023-06-01',
				from: [CAUSES],
				facts: { code, groups, receivers, action },
				...(rows.length > 0 ? { links: rows.map(([to, words]) => ({ to, words })) } : {})
			},
			action
		);
	}),
	...Object.entries(FLAG_WORDS).map(([code, [title, notice, from]]) => {
		const { dimension, receivers }: DataFlag = DATA_FLAGS[code as DataFlagCode];
		return article(
			'dataFlag',
			{
				id: `flag-${code.toLowerCase()}`,
				title,
				summary: notice,
				since: '2023-06-01',
				from: [from],
				facts: { code, dimension, receivers, notice }
			},
			`Nhận ra khi: ${notice.charAt(0).toLowerCase()}${notice.slice(1)}. Không ghi lời kể, không chụp giấy tờ.`
		);
	})
];
