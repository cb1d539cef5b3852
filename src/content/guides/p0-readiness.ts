// P0: is everything at hand? Its answers are barrier codes, so that the next visit knows what to bring.

import { again, at, end, flag, links, met, refer, rises, solved, to, usual, volunteer } from '../write.ts';
import { guide } from '../write.ts';
import { noNetwork, simShop } from './parts.ts';

const PHONE = [at('001', 'A3.4 C6'), at('003', 'L nguyên nhân 2')];
const SIM = [at('000', '§4–5'), at('001', 'A3.4 C20'), at('web', 'index.vn (TT 08/2026/TT-BKHCN)')];

export const P0 = guide(
	{
		id: 'P0-readiness',
		topic: 'start',
		title: 'Kiểm tra trước khi làm',
		summary: 'Ba phút: người, thẻ, máy, mạng, SIM. Thiếu gì ghi ngay mã vướng mắc đó.',
		minutes: 3,
		from: [at('001', 'A3.2a'), at('002', 'A2.1'), at('web', 'quochoitv.vn 204698')],
		keywords: ['chuẩn bị', 'điều kiện', 'kiểm tra máy', 'NFC', 'sim chính chủ'],
		entry: { states: ['unknown', 'noCard', 'hasCard'] }
	},
	[
		volunteer(
			'who',
			'Làm cho ai?',
			'Hỏi tuổi. Trẻ em, người được giám hộ và người nước ngoài có đường riêng.',
			[
				usual('card', 'adult', 'Từ 14 tuổi trở lên'),
				to('child-older', 'six', 'Từ 6 đến dưới 14 tuổi', met('B5.4')),
				to('child-younger', 'under-six', 'Dưới 6 tuổi', met('B5.4')),
				to('dependent', 'dependent', 'Người được giám hộ', met('B5.4')),
				to('foreigner', 'foreigner', 'Người nước ngoài', met('B5.5'))
			],
			{
				from: [at('web', 'luatvietnam.vn 98147 (NĐ 69/2024)')],
				redirects: [
					{ when: { groups: ['foreigner'] }, to: 'foreigner' },
					{ when: { groups: ['dependent'] }, to: 'dependent' },
					{ when: { ages: { from: 14 } }, to: 'card' },
					{ when: { ages: { from: 6, below: 14 } }, to: 'child-older' },
					{ when: { ages: { below: 6 } }, to: 'child-younger' }
				]
			}
		),
		volunteer(
			'card',
			'Thẻ còn hạn không?',
			'Người dân tự lấy thẻ ra xem ngày hết hạn. Thẻ căn cước hoặc CCCD gắn chip còn hạn là được.',
			[
				usual(
					'phone',
					'valid',
					'Thẻ còn hạn',
					rises('hasCard', ['unknown', 'noCard', 'cardInProgress', 'cardExpired'])
				),
				to('no-card', 'expired', 'Thẻ hết hạn', rises('cardExpired', ['unknown', 'hasCard'])),
				to('no-card', 'lost', 'Mất thẻ'),
				to('no-card', 'old', 'Chỉ có CMND', rises('noCard', ['unknown'])),
				to('no-card', 'none', 'Chưa có thẻ', rises('noCard', ['unknown'])),
				to('no-papers', 'nothing', 'Không có giấy tờ nào', met('B5.3'), flag('DF-08'))
			],
			{
				from: [at('001', 'A3.2a'), at('web', 'quochoitv.vn 204698; cafef 188250702200551522')],
				notes: ['CMND hết giá trị từ 01/01/2025.', 'Không chụp ảnh thẻ.']
			}
		),
		volunteer(
			'phone',
			'Máy là điện thoại thông minh?',
			'Xem máy của người dân. Mỗi người một máy, một tài khoản.',
			[
				usual('system', 'own', 'Điện thoại thông minh của mình'),
				to('no-smartphone', 'keys', 'Điện thoại bấm phím, hoặc không có máy', met('B2.1')),
				to('shared', 'shared', 'Máy đang dùng tài khoản người khác', met('B2.8'))
			],
			{ from: [at('001', 'A3.4 C6'), at('001', 'A3.4 C9')], terms: ['term-e-id-account'] }
		),
		volunteer(
			'system',
			'Máy cài được VNeID không?',
			'Xem trên kho ứng dụng. Kho báo không tương thích là máy quá cũ.',
			[
				usual('storage', 'fits', 'Cài được, hoặc đã cài'),
				to('system-updated', 'old', 'Kho báo không tương thích', met('B2.2'))
			],
			{
				from: [at('001', 'A3.4 C6', 'U'), at('web', '56y.cc (bản 2.1.11)', 'U')],
				notes: ['Tài liệu 2022 ghi Android 5 hoặc iOS 9 trở lên; bản hiện nay xem ngay trên kho ứng dụng.']
			}
		),
		volunteer(
			'system-updated',
			'Cập nhật hệ điều hành',
			'Nếu chủ máy đồng ý và có Wi-Fi, thử cập nhật hệ điều hành rồi xem lại kho ứng dụng.',
			[
				usual('storage', 'fits', 'Cập nhật xong, cài được', solved('B2.2')),
				to('too-old', 'still', 'Vẫn không cài được')
			],
			{ from: [at('001', 'A3.4 C6')] }
		),
		volunteer(
			'storage',
			'Máy còn chỗ trống không?',
			'Máy đầy thì cài không được.',
			[
				usual('network', 'room', 'Còn chỗ'),
				to('network', 'freed', 'Đầy, chủ máy tự xóa bớt được', met('B2.7'), solved('B2.7')),
				to('full', 'full', 'Đầy, hôm nay chưa xóa được', met('B2.7'))
			],
			{ from: PHONE, notes: ['Chỉ chủ máy chọn và xóa; tình nguyện viên không xóa giúp.'] }
		),
		volunteer(
			'network',
			'Máy có mạng không?',
			'Mở một trang bất kỳ. Không có mạng thì phát Wi-Fi từ máy tình nguyện viên.',
			[
				usual('camera', 'online', 'Có mạng'),
				to('camera', 'hotspot', 'Dùng mạng phát từ máy tình nguyện viên', met('B2.6'), solved('B2.6')),
				to('no-network', 'offline', 'Không có mạng', met('B2.6'))
			],
			{ from: PHONE }
		),
		volunteer(
			'camera',
			'Camera có rõ không?',
			'Lau ống kính, bật đèn, thử nhìn một dòng chữ nhỏ qua camera.',
			[usual('nfc', 'clear', 'Nhìn rõ'), to('nfc', 'blurred', 'Vẫn mờ: quét không được thì nhập tay', met('B2.3'))],
			{ from: PHONE }
		),
		volunteer(
			'nfc',
			'Máy có NFC không?',
			'Mở phần cài đặt của máy, tìm chữ NFC. Nên có NFC; không có vẫn đi được đường khác.',
			[
				usual('sim', 'nfc', 'Có NFC'),
				to('sim', 'no-nfc', 'Không có NFC: làm mức 2 tại Công an, hoặc mượn máy có NFC', met('B2.5')),
				to('sim', 'nfc-unclear', 'Không rõ')
			],
			{
				from: [at('000', '§5'), at('002', 'A4.2 B5'), at('web', 'plo.vn post866326')],
				...links(['nfc-where', 'NFC nằm ở đâu trên máy'])
			}
		),
		volunteer(
			'sim',
			'SIM có chính chủ không?',
			'Một số điện thoại cho một người, đứng tên chính người đó, và chưa gắn tài khoản của người khác.',
			[
				usual('papers', 'own', 'SIM chính chủ, đang dùng'),
				to('sim-shop', 'none', 'Không có số riêng', met('B3.1')),
				to('sim-shop', 'other', 'SIM đứng tên người khác', met('B3.2')),
				to('number-taken', 'taken', 'Số đã gắn tài khoản của người khác', met('B3.4')),
				to('sim-shop', 'restricted', 'SIM bị hạn chế do chưa xác thực', met('B3.5'))
			],
			{ from: SIM, terms: ['term-own-name-sim'] }
		),
		volunteer(
			'papers',
			'Giấy tờ muốn đưa vào ví',
			'Hỏi người dân có muốn tích hợp bằng lái, đăng ký xe, thẻ BHYT không, rồi nhắc mang theo khi làm mức 2.',
			'ready',
			{
				from: [at('001', 'A3.2a'), at('001', 'A4.2')],
				notes: ['Tài khoản ngân hàng không bắt buộc; không hỏi, không ghi số tài khoản.'],
				...links(['papers-level2', 'Giấy tờ cần mang'])
			}
		),
		end(
			'ready',
			'success',
			'Đủ điều kiện',
			'Làm được ngay. Chọn việc tiếp theo bên dưới.',
			'Người, thẻ, máy, mạng và SIM đều sẵn sàng.',
			[],
			{
				from: [at('001', 'A3.2a')],
				...links(['P1-install', 'Cài VNeID'], ['P4-level2', 'Đăng ký mức 2 tại Công an'], ['P5', 'Kích hoạt tài khoản'])
			}
		),
		end(
			'no-card',
			'referred',
			'Làm thẻ và mức 2 cùng lúc',
			'Ra Công an xã/phường bất kỳ, làm thẻ căn cước và tài khoản mức 2 trong một lần.',
			'Chưa có thẻ còn hạn.',
			[met('B5.1'), flag('DF-09'), refer('wardPolice', 'Làm thẻ căn cước và mức 2 cùng lúc')],
			{
				from: [at('001', 'A3.2a'), at('002', 'A2.1'), at('000', '§5')],
				read: 'Ra Công an xã/phường bất kỳ, làm thẻ căn cước và tài khoản mức 2 cùng lúc.',
				...links(['card-procedures', 'Làm thẻ căn cước'], ['P4-level2', 'Đăng ký mức 2 tại Công an'])
			}
		),
		end(
			'no-papers',
			'referred',
			'Chưa có giấy tờ nào',
			'Cán bộ Tư pháp – Hộ tịch và Công an xã/phường cùng giúp. Chỉ ghi tên gọi và năm sinh ước chừng; không hứa trước điều gì.',
			'Chưa có giấy tờ tùy thân.',
			[refer('civilStatus', 'Người chưa có giấy tờ tùy thân')],
			{ from: [at('003', 'L6')], ...links(['papers-undocumented', 'Người chưa có giấy tờ']) }
		),
		end(
			'no-smartphone',
			'referred',
			'Không có điện thoại thông minh',
			'Vẫn làm được mức 2 tại Công an và đi khám bằng thẻ căn cước. Muốn dùng tài khoản thì nhờ quầy Một cửa: {deskPlace}, vào {deskHours}.',
			'Chưa có máy để dùng VNeID.',
			[refer('oneStopDesk', 'Không có điện thoại thông minh')],
			{
				from: [at('003', 'L nguyên nhân 2')],
				...links(['web-activation', 'Kích hoạt trên máy tính'], ['P14-health-insurance', 'Khám bệnh bằng thẻ căn cước'])
			}
		),
		end(
			'shared',
			'later',
			'Máy đang dùng tài khoản người khác',
			'Mỗi máy một tài khoản. Dùng máy riêng, hoặc người kia tự hủy liên kết trên máy này.',
			'Máy đang gắn tài khoản người khác.',
			[again('Xem đã có máy riêng chưa', 3)],
			{ from: [at('001', 'A3.4 C9')], ...links(['P15-new-phone', 'Đổi máy, hủy liên kết']) }
		),
		end(
			'too-old',
			'referred',
			'Máy quá cũ',
			'Chỉ mượn máy khác để đọc chip, xong phải hủy liên kết. Không có máy nào thì nhờ quầy Một cửa.',
			'Máy không cài được VNeID.',
			[refer('oneStopDesk', 'Máy quá cũ, không cài được VNeID')],
			{ from: [at('001', 'A3.4 C6')], ...links(['P4-level2', 'Đăng ký mức 2 tại Công an']) }
		),
		end(
			'full',
			'later',
			'Máy đầy',
			'Hẹn lại, để chủ máy dọn bớt ảnh và ứng dụng không dùng.',
			'Máy không còn chỗ.',
			[again('Đến lại khi máy còn chỗ trống', 3)],
			{
				from: PHONE
			}
		),
		end(
			'number-taken',
			'referred',
			'Số đã gắn tài khoản khác',
			'Dùng số khác đứng tên mình, hoặc ra Công an xã/phường để gỡ số này khỏi tài khoản kia.',
			'Số điện thoại đã gắn tài khoản của người khác.',
			[refer('wardPolice', 'Số điện thoại đã gắn tài khoản của người khác')],
			{ from: [at('001', 'A3.4 C20'), at('web', 'hỏi đáp 22/04/2026', 'S')] }
		),
		noNetwork(),
		simShop(),
		end(
			'child-older',
			'later',
			'Trẻ từ 6 đến dưới 14 tuổi',
			'Làm qua cha, mẹ hoặc người giám hộ đã có mức 2.',
			'Trẻ làm qua người đại diện.',
			[],
			{
				from: [at('web', 'luatvietnam.vn 98147')],
				...links(['child-6-13', 'Trẻ từ 6 đến dưới 14 tuổi'])
			}
		),
		end(
			'child-younger',
			'later',
			'Trẻ dưới 6 tuổi',
			'Làm qua cha, mẹ hoặc người giám hộ đã có mức 2.',
			'Trẻ làm qua người đại diện.',
			[],
			{
				from: [at('web', 'luatvietnam.vn 98147')],
				...links(['child-under-6', 'Trẻ dưới 6 tuổi'])
			}
		),
		end(
			'dependent',
			'later',
			'Người được giám hộ',
			'Làm qua người giám hộ đã có mức 2.',
			'Người được giám hộ làm qua người giám hộ.',
			[],
			{
				from: [at('001', 'A3.4 C5')],
				...links(['guardianship', 'Người được giám hộ'])
			}
		),
		end(
			'foreigner',
			'referred',
			'Người nước ngoài',
			'Làm tại Phòng Quản lý xuất nhập cảnh, Công an tỉnh/thành phố.',
			'Người nước ngoài làm ở cơ quan khác.',
			[refer('immigration', 'Người nước ngoài đăng ký tài khoản định danh')],
			{
				from: [at('web', 'mps.gov.vn d23-t45813')],
				...links(['foreigners', 'Người nước ngoài'])
			}
		)
	]
);
